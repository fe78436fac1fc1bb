#!/usr/bin/env python3
"""Works out, apart from addsup, the `sums` of the dense paragraphs, and sees that their slips stand where they say.

Run it after a change: `python3 tests/dense/arithmetic.py`.
"""

import collections
import datetime
import pathlib
import sys
import tomllib


def age(born, on):
    return on[0] - born[0] - (on[1:] < born[1:])


def weekday(year, month, day):
    return datetime.date(year, month, day).strftime("%A")


wrong = []
for path in sorted(pathlib.Path(__file__).parent.glob("*.toml")):
    paragraphs = tomllib.loads(path.read_text())["paragraph"]
    count = collections.Counter()
    for paragraph in paragraphs:
        name, text = f"{path.name}: {paragraph['text'][:50]}", paragraph["text"]
        for line in paragraph["sums"]:
            # The expressions are our own, in a file of this repository.
            if not eval(line, {"age": age, "weekday": weekday, "round": round}):
                wrong.append(f"{name}: {line}")
        slip = paragraph.get("slip")
        count[slip["distance"] if slip else "clean"] += 1
        if slip:
            sentences = text.replace("\n", " ").split(". ")
            if text.count(slip["figure"]) == 0:
                wrong.append(f"{name}: {slip['figure']} is not there")
            where = lambda figure: {index for index, sentence in enumerate(sentences) if figure in sentence}
            for partner in slip["partners"]:
                if not where(partner):
                    wrong.append(f"{name}: {partner} is not there")
    print(path.name, len(paragraphs), "paragraphs,", dict(count))
if wrong:
    sys.exit("\n".join(wrong))
