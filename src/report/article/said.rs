//! What is said of one finding, line by line: what every form for people has below its message.

use super::{Args, Article, RepairText, printable};
use crate::judge::Finding;

impl Article<'_> {
    /// The workings, where they tell more than the message: without a sum in them, or where they only compare, they say
    /// again what the message says.
    pub fn workings_line(&self, finding: &Finding) -> Option<String> {
        let tells = finding.workings.contains(['+', '−', '×', '÷']) && finding.workings.contains(['≠', '=']);
        tells.then(|| printable(&finding.workings))
    }

    /// All that is said below the message.
    pub fn said_lines(&self, finding: &Finding) -> Vec<String> {
        let lines = self.workings_line(finding).into_iter().chain(self.place_lines(finding));
        lines.chain(self.repair_lines(finding)).collect()
    }

    /// What the claims of a finding would have to be, one a line.
    pub fn repair_lines(&self, finding: &Finding) -> Vec<String> {
        self.repairs(finding).iter().filter_map(|repair| self.repair_line(repair)).collect()
    }

    /// What one claim would have to be, and the slip that explains it.
    fn repair_line(&self, repair: &RepairText) -> Option<String> {
        let mut args = Args::new();
        args.set("claim", printable(self.text(self.claim(repair.claim)?)));
        // Where a slip explains it, the figure that was meant is told.
        let told = !repair.is_exact || repair.slip.is_some() || repair.written == repair.needed;
        let needed = if told { repair.needed.clone() } else { format!("{} ({})", repair.written, repair.needed) };
        args.set("needed", needed);
        let mut line = self.messages().format("would-be", &args);
        if let Some((slip, meant)) = &repair.slip {
            let mut args = Args::new();
            args.set("meant", meant.clone());
            line.push_str(&self.messages().format(&format!("slip-{}", slip.as_str()), &args));
        }
        Some(line)
    }
}
