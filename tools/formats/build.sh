#!/usr/bin/env bash
# Makes the documents in fixtures/formats that real programs wrote, from harbour.md. Needs pandoc and LibreOffice
# (Debian: pandoc, libreoffice-writer-nogui) and poppler-utils to look at the PDF. Run it from anywhere; the results are
# committed, so that the tests need none of these programs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out="$here/../../fixtures/formats"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
export SOURCE_DATE_EPOCH=1747180800
mkdir -p "$out"

pandoc "$here/harbour.md" -o "$out/harbour.pandoc.docx"
pandoc "$here/harbour.md" -o "$out/harbour.pandoc.odt"

convert() { # from, to, name
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$2" --outdir "$work" "$1" > /dev/null
    mv "$work/$(basename "${1%.*}").$2" "$out/$3"
}
convert "$out/harbour.pandoc.docx" odt harbour.libreoffice.odt
convert "$out/harbour.pandoc.odt" docx harbour.libreoffice.docx
convert "$out/harbour.pandoc.docx" pdf harbour.pdf

# The same article as text, Markdown and HTML is written by hand. Its date stands in the text; blocks of code, which
# Markdown is not read for, are nothing of their own in documents.
echo 'function CodeBlock() return {} end' > "$work/no-code.lua"
for format in docx odt; do
    pandoc "$out/ferries.md" --metadata date= --lua-filter "$work/no-code.lua" -o "$out/ferries.$format"
done
