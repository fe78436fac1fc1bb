#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| addsup_fuzz::targets::facts(input));
