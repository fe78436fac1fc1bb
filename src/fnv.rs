//! FNV-1a: hashes that are the same on every machine, in every run and in every version of the compiler.

/// The 64-bit FNV-1a hash, as 16 hexadecimal digits. <https://www.rfc-editor.org/rfc/rfc9923>
pub fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> String {
    let hash = bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::fnv1a;

    #[test]
    fn the_test_vectors_of_its_authors() {
        assert_eq!(fnv1a([]), "cbf29ce484222325");
        assert_eq!(fnv1a(*b"foobar"), "85944171f73967e8");
    }
}
