//! The overview of a report that a run wrote leads to files that are there.

use crate::folder::{data, said, stocktake};
use std::fs;

#[test]
fn the_overview_leads_to_files_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = "--as-at 2010-12-31 --years 1 --ods --pptx --out r --quiet";
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments.split_whitespace()), 0);
    for (audience, least) in [("restricted", 13), ("publish", 9)] {
        let below = folder.path().join("r").join(audience);
        let page = fs::read_to_string(below.join("index.html")).unwrap();
        let ends = |text: &str| text.find([' ', '>']).unwrap_or(text.len());
        let paths = page.split("<a href=").skip(1).map(|after| after[..ends(after)].trim_matches('"').to_owned());
        let files: Vec<String> = paths.filter(|path| !path.starts_with('#')).collect();
        for file in &files {
            let path = file.split('#').next().unwrap_or_default();
            assert!(below.join(path).is_file(), "{audience}: {file}");
        }
        assert!(files.len() >= least, "{audience}: {files:?}");
    }
}
