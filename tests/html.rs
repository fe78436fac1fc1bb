//! The page in a real browser: Chromium, spoken to over its debugging pipe. Skipped with a message where there is none.
#![cfg(all(feature = "cli", unix))]

use serde_json::{Value, json};
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const NEWS: &str = "Ferry traffic <img src=x onerror=alert(1)> up 12 percent

ALMERE, 12 June 2024 – Ferries carried 56,000 passengers in May, up 12 percent from 48,000 in April, said <script>document.title = 'broken'</script> the firm.

The line opened on Tuesday, 8 January 2024, it says, and cost $140 million.
";

/// A page of the browser.
struct Browser {
    child: Child,
    pipe_in: File,
    pipe_out: File,
    unread: Vec<u8>,
    session: Option<String>,
    number: u64,
    /// Addresses that were asked for.
    requests: Vec<String>,
    folder: TempDir,
}

fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|path| path.is_file())
}

impl Browser {
    /// Opens the browser with an empty page; `None` where there is no browser.
    fn open() -> Option<Self> {
        let Some(program) = chromium() else {
            eprintln!("skipped: there is no chromium on this machine");
            return None;
        };
        let folder = TempDir::new().unwrap();
        let [to, from] = ["to", "from"].map(|name| folder.path().join(name));
        assert!(Command::new("mkfifo").args([&to, &from]).status().unwrap().success());
        // The browser reads commands from file 3 and answers on file 4.
        let child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<\"$TO\" 4>\"$FROM\""])
            .arg(program)
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"])
            .args(["--window-size=1400,900", "--disable-background-networking"])
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .envs([("TO", &to), ("FROM", &from)])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // A browser that hangs must not hang the tests.
        let process = child.id().to_string();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(180));
            let _ = Command::new("kill").args(["-9", &process]).status();
        });
        let pipe_in = OpenOptions::new().write(true).open(&to).unwrap();
        let pipe_out = File::open(&from).unwrap();
        let mut browser =
            Browser { child, pipe_in, pipe_out, unread: vec![], session: None, number: 0, requests: vec![], folder };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let attached = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.call("Target.attachToTarget", attached);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page.enable", "Network.enable", "Runtime.enable"] {
            browser.call(domain, json!({}));
        }
        Some(browser)
    }

    /// The next message of the browser.
    fn message(&mut self) -> Value {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == 0) {
                let message = self.unread.drain(..=end).collect::<Vec<u8>>();
                return serde_json::from_slice(&message[..end]).unwrap();
            }
            let mut bytes = [0; 1 << 16];
            let read = self.pipe_out.read(&mut bytes).unwrap();
            assert!(read > 0, "the browser is gone");
            self.unread.extend_from_slice(&bytes[..read]);
        }
    }

    fn event(&mut self, message: &Value) {
        if message["method"] == "Network.requestWillBeSent" {
            self.requests.push(message["params"]["request"]["url"].as_str().unwrap().to_owned());
        }
        assert!(message["method"] != "Runtime.exceptionThrown", "{message}");
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        self.number += 1;
        let mut command = json!({ "id": self.number, "method": method, "params": params });
        if let Some(session) = &self.session {
            command["sessionId"] = session.as_str().into();
        }
        self.pipe_in.write_all(format!("{command}\0").as_bytes()).unwrap();
        loop {
            let message = self.message();
            if message["id"] == self.number {
                assert!(message.get("error").is_none(), "{method}: {message}");
                return message["result"].clone();
            }
            self.event(&message);
        }
    }

    fn load(&mut self, method: &str, params: Value) {
        self.call(method, params);
        loop {
            let message = self.message();
            self.event(&message);
            if message["method"] == "Page.loadEventFired" {
                return;
            }
        }
    }

    fn go(&mut self, path: &Path) {
        self.load("Page.navigate", json!({ "url": format!("file://{}", path.display()) }));
    }

    fn value(&mut self, expression: &str) -> Value {
        let answer = self.call("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }));
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    fn text(&mut self, expression: &str) -> String {
        let value = self.value(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression}: {value}")).to_owned()
    }

    fn press(&mut self, key: &str) {
        let code = if key.len() == 1 { u32::from(key.to_ascii_uppercase().as_bytes()[0]) } else { 27 };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" && key.len() == 1 { key } else { "" };
            let event = json!({ "type": kind, "key": key, "text": text, "windowsVirtualKeyCode": code });
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    fn click(&mut self, selector: &str) {
        let find = format!(
            "(() => {{ const e = document.querySelector({}); e.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
             const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }})()",
            json!(selector)
        );
        let place = self.value(&find);
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", event);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The page of the articles, written beside the browser's own files.
fn page(folder: &Path, articles: &[(&str, &str)]) -> PathBuf {
    for (name, text) in articles {
        fs::write(folder.join(name), text).unwrap();
    }
    let status = Command::new(env!("CARGO_BIN_EXE_addsup"))
        .current_dir(folder)
        .args(["check", "--report", "html=page.html", "--messages", "en", "--output-format", "concise"])
        .args(articles.iter().map(|(name, _)| name))
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1));
    folder.join("page.html")
}

const FOCUSED: &str = "document.activeElement.textContent";

#[test]
fn an_editor_goes_from_finding_to_finding_and_ticks_what_is_checked() {
    let Some(mut browser) = Browser::open() else { return };
    let page = page(browser.folder.path(), &[("news.txt", NEWS)]);
    browser.go(&page);

    // The article reads as it was written, and nothing in it is markup.
    assert_eq!(browser.text("document.title"), "Do the figures add up?");
    assert!(browser.text("document.querySelector('.text h2').textContent").contains("<img src=x onerror=alert(1)>"));
    assert!(
        browser
            .text("document.querySelector('.text').textContent")
            .contains("<script>document.title = 'broken'</script>")
    );
    assert_eq!(browser.value("document.images.length + document.scripts.length"), 1);

    browser.press("n");
    let first = browser.text(FOCUSED);
    assert_eq!(first, "56,000");
    assert_eq!(browser.value("document.querySelectorAll('.note.active').length"), 1);
    assert!(browser.value("document.querySelectorAll('.wires path').length").as_u64().unwrap() > 0);
    assert!(browser.value("document.querySelectorAll('button.figure.lit').length").as_u64().unwrap() > 1);
    browser.press("n");
    let second = browser.text(FOCUSED);
    assert_ne!(first, second);
    browser.press("p");
    assert_eq!(browser.text(FOCUSED), first);
    browser.press("Escape");
    assert_eq!(browser.value("document.querySelectorAll('.lit, .active, .wires').length"), 0);

    // A click shows what a figure means, and where the screen reader finds it.
    let figure = "document.querySelector('button.figure.conflicts')";
    browser.click("button.figure.conflicts");
    assert_eq!(browser.value("document.querySelectorAll(':popover-open').length"), 1);
    let described = format!("document.getElementById({figure}.getAttribute('aria-describedby')).textContent");
    assert!(browser.text(&described).contains("conflicts"));
    browser.click("button.figure.conflicts");
    assert_eq!(browser.value("document.querySelectorAll(':popover-open').length"), 0);

    // Ticks are kept.
    assert_eq!(browser.value("document.querySelectorAll('.checklist :checked').length"), 0);
    browser.click(".checklist input");
    let done = browser.text("document.querySelector('.done').textContent");
    assert!(done.starts_with("1/"), "{done}");
    browser.load("Page.reload", json!({}));
    assert_eq!(browser.value("document.querySelector('.checklist input').checked"), true);
    assert_eq!(browser.text("document.querySelector('.done').textContent"), done);

    // The switch changes the scheme, and that is kept, too.
    let paper = "getComputedStyle(document.body).backgroundColor";
    let before = browser.text(paper);
    browser.click("button.theme");
    let after = browser.text(paper);
    assert_ne!(before, after);
    browser.load("Page.reload", json!({}));
    assert_eq!(browser.text(paper), after);

    let own = format!("file://{}", page.display());
    let others: Vec<&String> =
        browser.requests.iter().filter(|url| **url != own && !url.starts_with("data:")).collect();
    assert!(others.is_empty() && browser.requests.len() >= 3, "{:?}", browser.requests);
}

#[test]
fn several_articles_have_a_table_of_contents() {
    let Some(mut browser) = Browser::open() else { return };
    let page =
        page(browser.folder.path(), &[("news.txt", NEWS), ("other.txt", "Calm sea\n\nThe 12 boats stayed in port.\n")]);
    browser.go(&page);
    assert_eq!(browser.value("document.querySelectorAll('nav.articles li').length"), 2);
    let above = "document.querySelector('nav.articles').getBoundingClientRect().bottom \
                 <= document.querySelector('article.report').getBoundingClientRect().top";
    assert_eq!(browser.value(above), true);
    let targets =
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.getElementById(a.hash.slice(1)))";
    assert_eq!(browser.value(targets), true, "every link leads somewhere");
    let unique = "(ids => new Set(ids).size === ids.length)([...document.querySelectorAll('[id]')].map(e => e.id))";
    assert_eq!(browser.value(unique), true);
}

/// Nothing is wider than the screen, and every button has a name.
#[test]
fn fits_a_telephone_and_works_without_script() {
    let Some(mut browser) = Browser::open() else { return };
    let page = page(browser.folder.path(), &[("news.txt", NEWS)]);
    let narrow = json!({ "width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": true });
    browser.call("Emulation.setDeviceMetricsOverride", narrow);
    browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.go(&page);
    assert_eq!(browser.value("document.documentElement.scrollWidth"), 400);
    assert_eq!(browser.value("getComputedStyle(document.querySelector('button.theme')).display"), "none");
    browser.click("button.figure.conflicts");
    assert_eq!(browser.value("document.querySelectorAll(':popover-open').length"), 1);
    let below = "document.querySelector('.note').getBoundingClientRect().top \
                 >= document.querySelector('.note').parentElement.querySelector('.words').getBoundingClientRect().bottom";
    assert_eq!(browser.value(below), true);
}

/// Source and target stand side by side, and a figure is joined to its partner in the other version.
#[test]
fn two_versions_stand_side_by_side() {
    let Some(mut browser) = Browser::open() else { return };
    let folder = browser.folder.path().to_owned();
    let source =
        "Dam costs more\n\nThe Orsa dam cost $3.5 billion.\n\nIt holds 41 million cubic metres, Ana Brandt said.\n";
    let target = "Biaya bendungan naik\n\nBendungan Orsa menelan 3,5 juta dolar AS.\n\nIsinya 41 juta meter kubik, kata Ana Brandt.\n";
    fs::write(folder.join("en.txt"), source).unwrap();
    fs::write(folder.join("id.txt"), target).unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_addsup"))
        .current_dir(&folder)
        .args(["compare", "en.txt", "id.txt", "--report", "html=page.html", "--messages", "en"])
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1));
    browser.go(&folder.join("page.html"));
    assert_eq!(browser.value("document.querySelectorAll('.versions .row').length"), 3);
    let columns = "(([a, b]) => [a.left < b.left, Math.abs(a.top - b.top) < 1])\
                   ([...document.querySelectorAll('.versions .row:last-child .words')].map(e => e.getBoundingClientRect()))";
    assert_eq!(browser.value(columns), json!([true, true]));
    let languages = "[...document.querySelectorAll('.row:first-child .words')].map(e => e.lang)";
    assert_eq!(browser.value(languages), json!(["en", "id"]));
    browser.press("n");
    assert_eq!(browser.text(FOCUSED), "3,5 juta dolar AS");
    assert_eq!(browser.value("document.querySelectorAll('.wires path').length"), 1);
    assert_eq!(browser.text("document.querySelectorAll('button.figure.lit')[0].textContent"), "$3.5 billion");
    let unique = "(ids => new Set(ids).size === ids.length)([...document.querySelectorAll('[id]')].map(e => e.id))";
    assert_eq!(browser.value(unique), true);
    let narrow = json!({ "width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": true });
    browser.call("Emulation.setDeviceMetricsOverride", narrow);
    assert_eq!(browser.value("document.documentElement.scrollWidth"), 400);
}
