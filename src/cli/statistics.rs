//! `--statistics`: how often each rule found something, in place of the report.

use super::choices::CheckFormat;
use crate::judge::{Finding, Severity};
use crate::report::{Args, Messages};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

/// Counts of a run.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// Findings that are shown, by rule and severity.
    pub rules: BTreeMap<(String, Severity), usize>,
    /// Findings that comments and the baseline suppress.
    pub suppressed: usize,
    /// Files, the standard input among them.
    pub files: usize,
    /// Articles.
    pub articles: usize,
    /// Articles that could not be checked.
    pub unusable: usize,
    /// Bytes that were read.
    pub bytes: usize,
}

#[derive(Serialize)]
struct StatisticsJson<'a> {
    rules: Vec<RuleJson<'a>>,
    findings: usize,
    suppressed: usize,
    files: usize,
    articles: usize,
    unusable: usize,
    bytes: usize,
    seconds: f64,
}

#[derive(Serialize)]
struct RuleJson<'a> {
    rule: &'a str,
    severity: &'static str,
    count: usize,
}

impl Statistics {
    /// Counts a finding.
    pub fn finding(&mut self, finding: &Finding) {
        *self.rules.entry((finding.rule.to_string(), finding.severity)).or_default() += 1;
    }

    /// Adds those of another part of the run.
    pub fn add(&mut self, other: Statistics) {
        for (rule, count) in other.rules {
            *self.rules.entry(rule).or_default() += count;
        }
        self.suppressed += other.suppressed;
        self.files += other.files;
        self.articles += other.articles;
        self.unusable += other.unusable;
        self.bytes += other.bytes;
    }

    /// Rules with their severity and count, the most frequent first, then by name.
    fn ranked(&self) -> Vec<(&str, Severity, usize)> {
        let rules = self.rules.iter().map(|((rule, severity), count)| (rule.as_str(), *severity, *count));
        let mut rules: Vec<_> = rules.collect();
        rules.sort_by_key(|(rule, severity, count)| (std::cmp::Reverse((*count, *severity)), *rule));
        rules
    }

    /// Are they to be told as JSON, as the report would be, or else as text?
    ///
    /// # Errors
    /// If the report would be neither.
    pub fn is_json(format: CheckFormat) -> Result<bool, String> {
        match format {
            CheckFormat::Json | CheckFormat::Jsonl => Ok(true),
            CheckFormat::Table | CheckFormat::Full | CheckFormat::Concise => Ok(false),
            CheckFormat::Sarif | CheckFormat::Github | CheckFormat::Gitlab | CheckFormat::Junit | CheckFormat::Html => {
                Err("--statistics: only as text (table, full, concise) or as JSON (json, jsonl)".to_owned())
            }
        }
    }

    /// As a line of JSON.
    pub fn json(&self, time: Duration) -> String {
        let rule = |(rule, severity, count): (_, Severity, _)| RuleJson { rule, severity: severity.as_str(), count };
        let json = StatisticsJson {
            rules: self.ranked().into_iter().map(rule).collect(),
            findings: self.rules.values().sum(),
            suppressed: self.suppressed,
            files: self.files,
            articles: self.articles,
            unusable: self.unusable,
            bytes: self.bytes,
            seconds: time.as_secs_f64(),
        };
        // Strings and numbers: there is nothing in it that JSON cannot hold.
        serde_json::to_string(&json).unwrap_or_default() + "\n"
    }

    /// For people.
    pub fn text(&self, messages: &Messages, time: Duration) -> String {
        let mut out = String::new();
        let ranked = self.ranked();
        let digits = ranked.first().map_or(1, |(_, _, count)| count.to_string().len());
        let words = [Severity::Info, Severity::Warning, Severity::Error].map(|severity| word(messages, severity));
        let width = words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        for (rule, severity, count) in ranked {
            // Writing to a string does not fail.
            let _ = writeln!(out, "{count:>digits$}  {:<width$}  {rule}", word(messages, severity));
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let mut args = Args::new();
        args.set("findings", self.rules.values().sum::<usize>());
        args.set("suppressed", self.suppressed);
        args.set("files", self.files);
        args.set("articles", self.articles);
        args.set("megabytes", format!("{:.2}", self.bytes as f64 / 1e6));
        args.set("seconds", format!("{:.2}", time.as_secs_f64()));
        let _ = writeln!(
            out,
            "{}\n{}",
            messages.format("statistics-findings", &args),
            messages.format("statistics-run", &args)
        );
        out
    }
}

fn word(messages: &Messages, severity: Severity) -> String {
    messages.text(&format!("severity-{}", severity.as_str()))
}
