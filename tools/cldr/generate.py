#!/usr/bin/env python3
"""Writes the CLDR half of the language folders: rules/languages/<code>/cldr/*.toml, and checks rules/units.toml.

    cd tools/cldr && npm ci --ignore-scripts && python3 generate.py

Reads the npm packages that package.json pins (node_modules/, 253 MB, not committed) and nothing else; the same packages
give the same bytes. `sha256sum --check tools/cldr/SHA256SUMS` (in .ci/run) tells whether somebody edited what is generated.
"""
import hashlib
import json
import re
import sys
import tomllib
from collections import OrderedDict
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = HERE / "node_modules"
LANGUAGES = ["en", "id", "ms"]
VERSION = json.loads((HERE / "package.json").read_text())["dependencies"]["cldr-core"]
HEADER = f"# Generated from CLDR {VERSION} (Unicode-3.0, see LICENSE-UNICODE) by tools/cldr; do not edit.\n"

# Where CLDR rounds and we do not: an ounce of gold is 31.1034768 g by definition.
ROUNDED = {"troy-oz"}
TIME_UNITS = ["second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def read(path):
    return json.loads((PACKAGES / path).read_text())


def main_part(package, language, file):
    return read(f"{package}/main/{language}/{file}.json")["main"][language]


class Lexicon:
    """Class -> value -> words, in the order of coming; the first class and value that takes a word keeps it."""

    def __init__(self):
        self.classes = OrderedDict()

    def add(self, name, value, word):
        word = " ".join(word.replace("\u00a0", " ").replace("\u202f", " ").replace("\u00ad", "").split())
        values = self.classes.setdefault(name, OrderedDict())
        if word and not any(word in words for words in values.values()):
            values.setdefault(str(value), []).append(word)

    def write(self, path):
        lines = [HEADER]
        for name, values in self.classes.items():
            lines.append(f"\n[classes.{name}]\n")
            for value, words in values.items():
                key = value if re.fullmatch(r"[A-Za-z0-9_]+", value) else json.dumps(value)
                lines.append(f"{key} = [{', '.join(json.dumps(word, ensure_ascii=False) for word in words)}]\n")
        path.write_text("".join(lines))


# Calendar


def calendar(language):
    lexicon = Lexicon()
    gregorian = main_part("cldr-dates-full", language, "ca-gregorian")["dates"]["calendars"]["gregorian"]
    fields = main_part("cldr-dates-full", language, "dateFields")["dates"]["fields"]
    units = main_part("cldr-units-full", language, "units")
    units = units.get("units", units)
    for width, change in (("wide", str.lower), ("abbreviated", str)):
        for context in ("format", "stand-alone"):
            for month in range(1, 13):
                lexicon.add("month", month, change(gregorian["months"][context][width][str(month)]))
    for width, change in (("wide", str.lower), ("abbreviated", str)):
        for context in ("format", "stand-alone"):
            for number, day in enumerate(WEEKDAYS, 1):
                lexicon.add("weekday", number, change(gregorian["days"][context][width][day]))
    for width in ("wide", "abbreviated"):
        for quarter in range(1, 5):
            lexicon.add("year-quarter", quarter, gregorian["quarters"]["format"][width][str(quarter)].lower())
    periods = gregorian["dayPeriods"]["format"]["wide"]
    for period in ("am", "pm"):
        for key in (period, f"{period}-alt-variant"):
            lexicon.add("daypart", period, periods.get(key, ""))
    for name, value in (("noon", 12), ("midnight", 0)):
        lexicon.add(name, value, periods.get(name, ""))
    for unit in TIME_UNITS:
        for name in unit_names(units, f"duration-{unit}"):
            # Abbreviations of one letter are no words to go by.
            if len(name) > 1:
                lexicon.add("time-unit", unit, name)
    for days in range(-2, 3):
        lexicon.add("day-shift", days, fields["day"].get(f"relative-type-{days}", ""))
    for shift in (-1, 0, 1):
        lexicon.add("year-shift", shift, fields["year"][f"relative-type-{shift}"])
        for unit in ("week", "month", "year", "quarter"):
            phrase, name = fields[unit][f"relative-type-{shift}"].lower(), fields[unit]["displayName"].lower()
            if name in phrase:
                lexicon.add("shift", shift, phrase.replace(name, ""))
    return lexicon


def unit_names(units, key):
    """The names of a unit: in full, then short."""
    for width in ("long", "short"):
        names = units[width].get(key, {})
        for form, pattern in names.items():
            if form.startswith("unitPattern-count") and pattern.startswith("{0}"):
                yield pattern.removeprefix("{0}").strip()


# Numbers


def symbols(language):
    numbers = main_part("cldr-numbers-full", language, "numbers")["numbers"]
    gregorian = main_part("cldr-dates-full", language, "ca-gregorian")["dates"]["calendars"]["gregorian"]
    signs = numbers["symbols-numberSystem-latn"]
    order = "".join(OrderedDict.fromkeys(re.sub(r"[^dmy]", "", gregorian["dateFormats"]["short"].lower())))
    return HEADER + "".join(
        f"{key} = {json.dumps(value)}\n"
        for key, value in (("decimal", signs["decimal"]), ("group", signs["group"]), ("date-order", order))
    )


def numerals(language):
    lexicon = Lexicon()
    numbers = main_part("cldr-numbers-full", language, "numbers")["numbers"]
    spelled = Spelled(language)
    spelled.words(lexicon, numbers["symbols-numberSystem-latn"]["decimal"])
    formats = numbers["decimalFormats-numberSystem-latn"]
    for width in ("long", "short"):
        for key, pattern in formats[width]["decimalFormat"].items():
            found = re.fullmatch(r"(10+)-count-\w+", key)
            digits, word = re.fullmatch(r"(0+)(.*)", pattern.replace("'", "")).groups()
            glued = not word[:1].isspace()
            scale = 10 ** (len(found[1]) - len(digits))
            lexicon.add("scale-glued" if glued and width == "short" else "scale", scale, word)
    return lexicon


class Spelled:
    """The rules by which CLDR spells numbers (RBNF), read forwards (`spell`) and turned round (`words`)."""

    def __init__(self, language):
        rules = read(f"cldr-rbnf/rbnf/{language}.json")["rbnf"]["rbnf"]["SpelloutRules"]
        self.sets, self.special = {}, {}
        for name, entries in rules.items():
            if not name.startswith("%"):
                continue
            numbered, special = [], {}
            for key, body in entries:
                body = body.removesuffix(";").removeprefix("'").replace("\u00ad", "")
                found = re.fullmatch(r"(\d+)(?:/(\d+))?", key)
                if not found:
                    special[key] = body
                    continue
                base, radix = int(found[1]), int(found[2] or 10)
                divisor = 1
                while base and divisor * radix <= base:
                    divisor *= radix
                numbered.append((base, divisor, body))
            self.sets[name], self.special[name] = numbered, special

    def spell(self, name, number):
        base, divisor, body = [rule for rule in self.sets[name] if rule[0] <= number][-1]
        if number % divisor == 0:
            body = re.sub(r"\[[^]]*\]", "", body)
        body = body.replace("[", "").replace("]", "")

        def part(found):
            sign, rules = found[1], found[2] or name
            return self.spell(rules, {"→": number % divisor, "←": number // divisor, "=": number}[sign])

        return re.sub(r"([→←=])(%[^→←=]*)?\1", part, body)

    def words(self, lexicon, decimal):
        """The parts that spelled-out numbers are made of, by what each rule leaves once its references are out."""
        name = "%spellout-cardinal"
        for base, divisor, body in self.sets[name]:
            if "=" in body:
                continue
            word = re.sub(r"\[[^]]*\]|[→←]+", "", body).strip()
            if body.startswith("→→"):
                lexicon.add("teen", divisor, word)
            elif body.startswith("←←"):
                lexicon.add("scale" if divisor >= 1000 else "multiplier", divisor, word)
            else:
                lexicon.add("one-scale" if base >= 1000 else "number", base, word)
        point = self.special[name].get(f"x{decimal}x") or self.special[name]["x.x"]
        lexicon.add("decimal-word", 1, re.sub(r"[→←]+", "", point))
        lexicon.add("minus", 1, re.sub(r"[→←]+", "", self.special[name]["-x"]))
        for number in [*range(1, 101), 1000]:
            lexicon.add("ordinal", number, self.spell("%spellout-ordinal", number))

    def examples(self):
        """Numbers and how they are spelled, for a test that reads them back."""
        numbers = [*range(0, 130), 200, 345, 999, 1000, 1001, 1945, 2023, 12000, 70070, 100000, 654321]
        numbers += [10**6, 2 * 10**6 + 5, 17 * 10**6, 10**9, 3 * 10**9 + 4 * 10**6, 10**12, 25 * 10**12]
        return "".join(f"{number}\t{self.spell('%spellout-cardinal', number)}\n" for number in numbers)


# Currencies


def currencies(language):
    lexicon = Lexicon()
    names = main_part("cldr-numbers-full", language, "currencies")["numbers"]["currencies"]
    regions = read("cldr-core/supplemental/currencyData.json")["supplemental"]["currencyData"]["region"].values()
    used = [(code, dates) for region in regions for entry in region for code, dates in entry.items()]
    tender = sorted({code for code, dates in used if "_to" not in dates and dates.get("_tender") != "false"})
    is_sign = lambda sign: not sign.isalpha() or not sign.isascii()
    for code in tender:
        for key, name in names.get(code, {}).items():
            if key.startswith("displayName"):
                lexicon.add("currency", code, name.lower())
    # A sign that several share is that of the one whose own it is, or nobody's.
    signs = OrderedDict((code, [names.get(code, {}).get("symbol", code)]) for code in tender)
    taken = {own for own, in signs.values()}
    narrow = {code: names.get(code, {}).get("symbol-alt-narrow") for code in tender}
    for code, sign in narrow.items():
        if sign and sign not in taken and list(narrow.values()).count(sign) == 1:
            signs[code].append(sign)
    for code, own in signs.items():
        for sign in [code, *own]:
            if sign == code or is_sign(sign):
                lexicon.add("currency", code, sign)
                lexicon.add("currency-sign", code, sign)
    return lexicon


# Units


def mapping():
    lines = (HERE / "units.tsv").read_text().splitlines()
    return OrderedDict(line.split("\t") for line in lines if line and not line.startswith("#"))


def units(language):
    lexicon = Lexicon()
    names = main_part("cldr-units-full", language, "units")
    names = names.get("units", names)
    keys = {key.split("-", 1)[-1]: key for key in names["long"]}
    for code, unit in mapping().items():
        for name in unit_names(names, keys.get(unit, "")):
            # Abbreviations of one letter are left to the hand-written half; nobody writes brackets.
            if "[" not in name and not (len(name) == 1 and name.isascii()):
                lexicon.add("unit", code, name)
    return lexicon


class Factors:
    """Exact conversion factors of CLDR."""

    def __init__(self):
        data = read("cldr-core/supplemental/units.json")["supplemental"]
        self.constants = {name: entry["_value"] for name, entry in data["unitConstants"].items()}
        self.units = data["convertUnits"]
        self.prefixes = {name: Fraction(10) ** int(entry["_power10"])
                         for name, entry in data["unitPrefixes"].items() if "_power10" in entry}

    def value(self, expression):
        """Products, divided by the product of all that stands behind the one slash."""
        over, _, under = expression.replace(" ", "").partition("/")
        product = lambda text: self.product(text.split("*"))
        return product(over) / (product(under) if under else 1)

    def product(self, parts):
        result = Fraction(1)
        for part in parts:
            result *= self.value(self.constants[part]) if part in self.constants else Fraction(part)
        return result

    def of(self, unit):
        over, _, under = unit.partition("-per-")
        if unit in self.units or not under:
            return self.joined(unit)
        return self.joined(over) / self.joined(under)

    def joined(self, unit):
        """Several units after one another: kilowatt-hour."""
        result, words = Fraction(1), unit.split("-")
        while words:
            power = {"square": 2, "cubic": 3}.get(words[0], 1)
            words = words[1:] if power > 1 else words
            for length in range(len(words), 0, -1):
                factor = self.single("-".join(words[:length]))
                if factor is not None:
                    break
            else:
                raise SystemExit(f"CLDR has no unit {unit!r}")
            result *= factor**power
            words = words[length:]
        return result

    def single(self, unit):
        if unit in self.units:
            return self.value(self.units[unit].get("_factor", "1"))
        if re.fullmatch(r"1e\d+", unit):
            return Fraction(unit)
        for name, power in self.prefixes.items():
            rest = unit.removeprefix(name)
            if rest != unit and rest in self.units:
                return power * self.single(rest)
        return None


def check_units():
    """Within a dimension, our factors must be to each other as those of CLDR are."""
    factors, table = Factors(), mapping()
    ours = tomllib.loads((ROOT / "rules/units.toml").read_text())["unit"]
    unknown = set(table) - {unit["code"] for unit in ours}
    wrong = [f"rules/units.toml has no unit {code!r}" for code in sorted(unknown)]
    scale = {}
    for unit in ours:
        if unit["code"] not in table or unit["code"] in ROUNDED:
            continue
        ratio = Fraction(unit["factor"]) / factors.of(table[unit["code"]])
        expected = scale.setdefault(unit["dimension"], ratio)
        if abs(ratio / expected - 1) > Fraction(1, 10**24):
            exact = float(expected * factors.of(table[unit["code"]]))
            wrong.append(f"rules/units.toml: {unit['code']}: {unit['factor']}, but CLDR has {exact!r}")
    if wrong:
        sys.exit("\n".join(wrong))


def main():
    if not PACKAGES.is_dir():
        sys.exit(__doc__)
    check_units()
    written = []

    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        written.append(path)

    for language in LANGUAGES:
        folder = ROOT / "rules/languages" / language / "cldr"
        write(folder / "language.toml", symbols(language))
        for name, make in (("calendar", calendar), ("numerals", numerals), ("currencies", currencies), ("units", units)):
            write(folder / f"{name}.toml", "")
            make(language).write(folder / f"{name}.toml")
        write(ROOT / "tests/cldr" / f"numerals.{language}.tsv", Spelled(language).examples())
    write(ROOT / "LICENSE-UNICODE", (PACKAGES / "cldr-core/LICENSE").read_text())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(ROOT)}\n" for path in written]
    (HERE / "SHA256SUMS").write_text("".join(sums))


if __name__ == "__main__":
    main()
