#!/usr/bin/env python3
"""Writes the CLDR half of the language folders: rules/languages/<code>/cldr/*.toml, and checks rules/units.toml.

    cd tools/cldr && npm ci --ignore-scripts && python3 generate.py

A new language needs no more than its code behind that, once: `python3 generate.py pl`. The code is that of a locale of CLDR
(`ls node_modules/cldr-numbers-full/main`); every folder of rules/languages/ that has a cldr/ is written again each time.
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
    if has_rules(language):
        Spelled(language).words(lexicon, numbers["symbols-numberSystem-latn"]["decimal"])
    formats = numbers["decimalFormats-numberSystem-latn"]
    for width in ("long", "short"):
        for key, pattern in formats[width]["decimalFormat"].items():
            found = re.fullmatch(r"(10+)-count-\w+", key)
            shown = re.fullmatch(r"[^0]*(0+)(.*)", pattern.split(";")[0].replace("'", ""))
            if not found or not shown:
                continue
            digits, word = shown.groups()
            glued = not word[:1].isspace()
            scale = 10 ** (len(found[1]) - len(digits))
            lexicon.add("scale-glued" if glued and width == "short" else "scale", scale, word)
    return lexicon


def has_rules(language):
    return (PACKAGES / f"cldr-rbnf/rbnf/{language}.json").is_file()


class Unspellable(Exception):
    """A number for which a set has no words, only digits."""


class Spelled:
    """The rules by which CLDR spells numbers (RBNF), read forwards (`spell`) and turned round (`words`)."""

    # Old or formal ways to write, which news does not use.
    UNUSUAL = ("verbose", "financial", "year", "year-latn", "alternate2", "days")

    def __init__(self, language):
        rules = read(f"cldr-rbnf/rbnf/{language}.json")["rbnf"]["rbnf"]["SpelloutRules"]
        self.plurals = {kind: Plurals(language, kind) for kind in ("cardinal", "ordinal")}
        self.sets, self.special = {}, {}
        for name, entries in rules.items():
            if not name.startswith("%"):
                continue
            numbered, special = [], {}
            for key, body in entries:
                body = body.removesuffix(";").removeprefix("'").replace("\u00ad", "")
                found = re.fullmatch(r"(\d+)(?:/(\d+))?(>*)", key)
                if not found:
                    special[key] = body
                    continue
                base, radix = int(found[1]), int(found[2] or 10)
                divisor = 1
                while base and divisor * radix <= base:
                    divisor *= radix
                numbered.append((base, max(1, divisor // radix ** len(found[3])), body))
            self.sets[name], self.special[name] = numbered, special
        usual = lambda kind: [name for name in self.sets if name.startswith(f"%spellout-{kind}")
                              and not name.endswith(self.UNUSUAL)]
        # What counts is commoner than what is only recited.
        self.cardinals, self.ordinals = usual("cardinal") + usual("numbering"), usual("ordinal")

    def spell(self, name, number):
        rules = self.sets[name]
        at = max((at for at, rule in enumerate(rules) if rule[0] <= number), default=None)
        if at is None:
            raise Unspellable
        base, divisor, body = rules[at]
        # A number that is a multiple of the divisor of a rule which is not itself one is left to the rule before.
        if at and number % divisor == 0 and base % divisor and len(re.findall(r"[→←]", body)) > 2:
            base, divisor, body = rules[at - 1]
        within, without = (r"\1", r"\2") if number % divisor else (r"\2", r"\1")
        body = re.sub(r"\[([^]|]*)(?:\|([^]]*))?\]", lambda found: found.expand(within) if found[2] or within == r"\1" else "", body)
        body = re.sub(r"\$\((\w+),(.*?)\)\$", lambda found: self.plural(found, number // divisor), body)

        def part(found):
            sign, rules = found[1], found[2] or name
            if not rules.startswith("%"):
                raise Unspellable
            return self.spell(rules, {"→": number % divisor, "←": number // divisor, "=": number}[sign])

        return re.sub(r"([→←=])((?:%|[#0])[^→←=]*)?\1", part, body.replace("→→→", "→→"))

    def plural(self, found, number):
        forms = dict(re.findall(r"(\w+)\{([^}]*)\}", found[2]))
        return forms.get(self.plurals[found[1]].category(number), forms.get("other", ""))

    def all(self, number, names=None):
        """All ways to write a number, the commonest first."""
        found = OrderedDict()
        for name in names or self.cardinals:
            try:
                found[" ".join(self.spell(name, number).split())] = True
            except Unspellable:
                pass
        return list(found)

    def words(self, lexicon, decimal):
        """The parts that spelled-out numbers are made of; a number that is not made of parts is a word itself."""
        ways = {number: self.all(number) for number in range(100)}
        behind = lambda words, numbers: [
            {way.removeprefix(word).strip() for way in words(number) for word in ways[number]
             if way.startswith(word) and way != word} for number in numbers]
        # "dua puluh", "tiga puluh" and "dua belas", "tiga belas": one word behind all the digits.
        tens = set.intersection(*behind(lambda number: self.all(10 * number), range(2, 10)))
        teens = set.intersection(*behind(lambda number: [way for way in self.all(10 + number) if " " in way], range(2, 10)))
        for number, words in ways.items():
            for way in words:
                if not self.composed(way, number, ways, tens, teens):
                    lexicon.add("number", number, way)
        for name, words in (("teen", teens), ("multiplier", tens)):
            for word in sorted(words):
                lexicon.add(name, 10, word)
        self.hundreds(lexicon, ways, behind)
        self.scales(lexicon, ways)
        # "Veintiún mil", "quatre-vingt mille": what numbers are before a thousand.
        for number in range(2, 100):
            for way in self.all(1000 * number):
                for word in lexicon.classes.get("scale", {}).get("1000", []):
                    before = way.removesuffix(word).strip(" -")
                    if before != way and before and not self.composed(before, number, ways, tens, teens):
                        lexicon.add("number", number, before)
        self.glued(lexicon)
        for key, name in ((f"x{decimal}x", "decimal-word"), ("-x", "minus")):
            other = "x.x" if name == "decimal-word" else key
            bodies = [self.special[rules].get(key) or self.special[rules].get(other) for rules in self.cardinals]
            for body in filter(None, bodies):
                lexicon.add(name, 1, re.sub(r"([→←=])(%[^→←=]*)?\1", "", body))
        for number in [*range(1, 101), 1000]:
            for way in self.all(number, self.ordinals):
                lexicon.add("ordinal", number, way)

    def hundreds(self, lexicon, ways, behind):
        """The word for a hundred behind the digits, and hundreds that have a word of their own."""
        for number in range(1, 10):
            for way in self.all(100 * number):
                # "Doscientos": a word of its own, though it begins as "dos" does.
                if " " not in way and (number > 1 or not any(way.startswith(word) for word in ways[1])):
                    lexicon.add("number", 100 * number, way)
        for rest in ways[1]:
            # "Cento e um": what stands before the one, and what joins it.
            for way in self.all(101):
                first, *joiners = way.removesuffix(rest).strip(" -").split() or [""]
                if way.endswith(rest) and not any(first.startswith(word) for word in ways[1]):
                    lexicon.add("number", 100, first)
                    for joiner in joiners:
                        lexicon.add("number-and", 1, joiner)
        cut = lambda way: max((way.removesuffix(rest).strip(" -") for rest in ways[1] if way.endswith(rest)), key=len, default="")
        words = set().union(*behind(lambda number: [*self.all(100 * number), *map(cut, self.all(100 * number + 1))], range(2, 10)))
        for word in sorted(words, key=lambda word: (len(word), word)):
            lexicon.add("multiplier", 100, word.strip(" -").split()[0])

    def scales(self, lexicon, ways):
        """The words of powers of ten from a thousand on that have a rule; what smaller ones make up needs none."""
        bases = {base for rules in self.sets.values() for base, _, _ in rules}
        # Where ten thousand has a word, a thousand is counted like a hundred.
        tail = {way.removeprefix(two).strip() for way in self.all(2000) for two in ways[2] if way.startswith(two)}
        myriad = 10000 in bases and not any(way.endswith(word) for way in self.all(10000) for word in tail)
        thousand = {1000: ("multiplier", "number")} if myriad else {}
        known = []
        for scale in sorted(base for base in bases if 1000 <= base <= 10**18 and str(base).strip("0") == "1"):
            for number in (1, 2, 3, 5):
                for way in self.all(number * scale):
                    stem = max((word for word in ways[number] if way.startswith(word)), key=len, default=None)
                    word = way.removeprefix(stem or "").strip(" -")
                    if any(word.endswith(smaller) for value, smaller in known if value < scale):
                        continue
                    counted, alone = thousand.get(scale, ("scale", "one-scale"))
                    if stem or number == 1:
                        lexicon.add(counted if stem else alone, scale, word)
                        known.append((scale, word))

    def glued(self, lexicon):
        """Numbers in one word that are more than their parts one behind the other ("centottanta") are words themselves."""
        kinds = ("number", "multiplier", "scale", "one-scale")
        parts = sorted({word for kind in kinds for words in lexicon.classes.get(kind, {}).values() for word in words})
        joined = re.compile(f"(?:{'|'.join(map(re.escape, parts))})*")
        for number in range(101, 1000):
            for way in self.all(number):
                if " " not in way and "-" not in way and not joined.fullmatch(way):
                    lexicon.add("number", number, way)

    @staticmethod
    def composed(way, number, ways, tens, teens):
        """Do its parts tell the number: "twenty-one", "dua puluh satu", "dua belas"?"""
        ten, one = divmod(number, 10)
        if number > 11 and ten == 1:
            return any(way == f"{word} {teen}" for word in ways[one] for teen in teens)
        if ten < 2:
            return False
        if one == 0:
            return any(way in (f"{word} {tail}", word + tail) for word in ways[ten] for tail in tens)
        return any(way in (f"{word} {rest}", f"{word}-{rest}") for word in ways[10 * ten] for rest in ways[one])

    def examples(self):
        """Numbers and how they are spelled, for a test that reads them back."""
        numbers = [*range(0, 130), 200, 345, 999, 1000, 1001, 1945, 2023, 12000, 70070, 100000, 654321]
        numbers += [10**6, 2 * 10**6 + 5, 17 * 10**6, 10**9, 3 * 10**9 + 4 * 10**6, 10**12, 25 * 10**12]
        rows = ((number, way[0]) for number in numbers if (way := self.all(number)))
        return "".join(f"{number}\t{way}\n" for number, way in rows)


class Plurals:
    """The plural rules of a language, of whole numbers."""

    def __init__(self, language, kind):
        file = {"cardinal": "plurals", "ordinal": "ordinals"}[kind]
        rules = read(f"cldr-core/supplemental/{file}.json")["supplemental"][f"plurals-type-{kind}"]
        found = rules.get(language) or rules.get(language.split("-")[0]) or {}
        self.rules = [(key.rsplit("-", 1)[1], rule.split("@")[0].strip()) for key, rule in found.items()]

    def category(self, number):
        for name, rule in self.rules:
            if rule and any(all(self.holds(part, number) for part in way.split(" and ")) for way in rule.split(" or ")):
                return name
        return "other"

    @staticmethod
    def holds(condition, number):
        """`i % 10 = 2..4`: of a whole number, all operands but n and i are zero."""
        operand, modulus, sign, values = re.fullmatch(r"(\w)(?: % (\d+))? (!?=) ([\d.,]+)", condition.strip()).groups()
        value = number if operand in "ni" else 0
        value = value % int(modulus) if modulus else value
        ranges = [[int(end) for end in span.split("..")] for span in values.split(",")]
        return any(span[0] <= value <= span[-1] for span in ranges) == (sign == "=")


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
            if key.startswith("displayName") and isinstance(name, str):
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
    known = {folder.parent.name for folder in ROOT.glob("rules/languages/*/cldr")}
    for language in sys.argv[1:]:
        if not (PACKAGES / "cldr-numbers-full/main" / language).is_dir():
            sys.exit(f"CLDR has no locale {language!r}")
    written = []

    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        written.append(path)

    for language in sorted(known.union(sys.argv[1:])):
        folder = ROOT / "rules/languages" / language / "cldr"
        write(folder / "language.toml", symbols(language))
        for name, make in (("calendar", calendar), ("numerals", numerals), ("currencies", currencies), ("units", units)):
            write(folder / f"{name}.toml", "")
            make(language).write(folder / f"{name}.toml")
        if has_rules(language):
            write(ROOT / "tests/cldr" / f"numerals.{language}.tsv", Spelled(language).examples())
    write(ROOT / "LICENSE-UNICODE", (PACKAGES / "cldr-core/LICENSE").read_text())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(ROOT)}\n" for path in written]
    (HERE / "SHA256SUMS").write_text("".join(sums))


if __name__ == "__main__":
    main()
