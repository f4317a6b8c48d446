//! The pages of the children behind an authority's figures: the same rows as children.csv, the same words as `explain`.

mod read;

use crate::folder::{data, in_one_line, rows, said, stocktake, tree};
use read::Page;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A report of the project's own returns with a look ahead.
fn report(folder: &Path) {
    let arguments = "--as-at 2010-12-31 --years 1 --disclosure none --out r --quiet";
    said(stocktake(folder).arg("run").arg(data()).args(arguments.split_whitespace()), 0);
}

#[test]
fn a_page_has_the_rows_of_the_tables() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path());
    let restricted = folder.path().join("r/restricted");
    let page = Page::read(&restricted.join("authorities/992-brindlecombe-children.html"));
    let of_authority = |table: &str| {
        let all = rows(&restricted.join(table)).into_iter().filter(|row| row["la_code"] == "992");
        all.map(|row| ((row["indicator"].clone(), row["child"].clone()), row)).collect::<BTreeMap<_, _>>()
    };
    let (children, watched) = (of_authority("children.csv"), of_authority("watchlist.csv"));
    let mut met = 0;
    for indicator in ["58", "61", "62", "63", "66", "99", "100", "101", "147", "148"] {
        for row in page.rows(indicator) {
            let key = (indicator.to_owned(), row["Child"].clone());
            let watch = watched.get(&key).map_or(["", ""], |row| [&row["state"], &row["by"]]);
            assert_eq!([row["Watch list"].as_str(), &row["By"]], [&watch[0].replace('_', " "), watch[1]], "{key:?}");
            let Some(of) = children.get(&key) else {
                assert!(!watch[0].is_empty() && row["Counted in"] == "not considered", "{key:?}");
                continue;
            };
            met += 1;
            let counted = match (of["in_denominator"].as_str(), of["in_numerator"].as_str(), of["reason"].as_str()) {
                ("1", "1", _) => "both",
                ("1", _, _) => "denominator",
                (_, _, "no_score") => "population",
                (_, _, "") => "not considered",
                _ => "neither",
            };
            assert_eq!(row["Counted in"], counted, "{of:?}");
            assert_eq!(row["Why"].is_empty(), of["reason"].is_empty(), "{of:?}");
            assert_eq!(row["Doubt"].is_empty(), of["doubt"].is_empty(), "{of:?}");
            assert_eq!(row["Flags"], of["flags"].replace(';', "; ").replace('_', " "), "{of:?}");
            assert_eq!(row.get("Score").map_or("", String::as_str), of["score"], "{of:?}");
        }
    }
    assert_eq!(met, children.len());
    assert!(met > 100 && watched.len() > 10);
    // What each flag says stands below.
    let flags = children.values().flat_map(|row| row["flags"].split(';').map(|flag| flag.replace('_', " ")));
    let flags: BTreeSet<String> = flags.filter(|flag| !flag.is_empty()).collect();
    let text = fs::read_to_string(restricted.join("authorities/992-brindlecombe-children.html")).unwrap();
    let said = text.split("<div><dt>").skip(1).map(|rest| rest.split("<dd>").next().unwrap().to_owned());
    assert_eq!(said.collect::<BTreeSet<_>>(), flags);
    assert!(text.contains("<div><dt>SDQ2<dd>no score: Carer refused</div>"));
}

#[test]
fn a_page_groups_children_as_the_breakdown_does() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path());
    let restricted = folder.path().join("r/restricted");
    let page = Page::read(&restricted.join("authorities/996-hollowdale-children.html"));
    let titles = [("sex", "Sex"), ("age", "Age on the day"), ("placement", "Placement on the day")];
    let mut met = 0;
    for of in rows(&restricted.join("breakdowns.csv")).iter().filter(|row| row["code"] == "996") {
        let Some((_, title)) = titles.iter().find(|(name, _)| *name == of["dimension"]) else { continue };
        let listed = page.rows(&of["indicator"]);
        let in_group = listed.iter().filter(|row| row[*title].replace("&#39;", "'") == of["group"]);
        let counted: Vec<_> =
            in_group.filter(|row| ["both", "denominator"].contains(&row["Counted in"].as_str())).collect();
        assert_eq!(counted.len().to_string(), of["denominator"], "{of:?}");
        if of["indicator"] != "58" {
            let met = counted.iter().filter(|row| row["Counted in"] == "both").count();
            assert_eq!(met.to_string(), of["numerator"], "{of:?}");
        }
        met += 1;
    }
    assert!(met > 50, "{met}");
}

#[test]
fn a_page_says_of_a_child_what_explain_says() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path());
    let page = Page::read(&folder.path().join("r/restricted/authorities/991-ashwater-children.html"));
    let table = rows(&folder.path().join("r/restricted/children.csv"));
    let mut ids: Vec<&str> =
        table.iter().filter(|row| row["la_code"] == "991").map(|row| row["child"].as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids.into_iter().step_by(4) {
        let arguments = ["--as-at", "2010-12-31", "--authority", "991", "--child", id];
        let (explained, _) = said(stocktake(folder.path()).arg("explain").arg(data()).args(arguments), 0);
        let explained = in_one_line(&explained);
        let (about, walks) = page.said(id).unwrap();
        assert!(explained.contains(&about[0]), "{}\n{explained}", about[0]);
        assert_eq!(walks.len(), 10);
        let mut rest = explained.as_str();
        for line in walks.iter().flatten() {
            let (words, mark) = (in_one_line(&line[1..]), line.chars().next().unwrap());
            let mark = match mark {
                '+' => "yes ",
                '-' => "no ",
                _ => "",
            };
            let (_, after) = rest.split_once(&format!("{mark}{words}")).unwrap_or_else(|| panic!("{line}\n{rest}"));
            rest = after;
        }
    }
}

#[test]
fn a_page_has_the_words_of_the_drawing() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path());
    let page = Page::read(&folder.path().join("r/restricted/authorities/996-hollowdale-children.html"));
    let arguments = "--as-at 2010-12-31 --authority 996 --child 45192855 --svg child.svg";
    said(stocktake(folder.path()).arg("explain").arg(data()).args(arguments.split_whitespace()), 0);
    let drawing = fs::read_to_string(folder.path().join("child.svg")).unwrap();
    let timeline = page.timeline("45192855");
    assert_eq!(timeline.iter().map(|part| part.0.as_str()).collect::<Vec<_>>(), ["In care", "Placements", "Reviews"]);
    for (name, bars, _) in &timeline {
        assert!(drawing.contains(name.as_str()));
        bars.iter().for_each(|words| assert!(drawing.contains(words.as_str()), "{words}"));
    }
    assert_eq!(timeline[2].2, 6, "reviews");
}

#[test]
fn a_page_stands_alone_and_beside_that_of_its_authority() {
    let folder = tempfile::tempdir().unwrap();
    said(stocktake(folder.path()).arg("run").arg(data()).args(["--as-at", "2010-12-31", "--out", "r", "--quiet"]), 0);
    let restricted = folder.path().join("r/restricted");
    let page = Page::read(&restricted.join("authorities/996-hollowdale-children.html")).html;
    let alone = page.replace("\"http://www.w3.org/2000/svg\"", "");
    for outside in ["http:", "https:", "src=", "url(", "@import", "<link", "<img", " style=\""] {
        assert!(!alone.contains(outside), "{outside}");
    }
    assert!(page.contains("default-src &#39;none&#39;") && page.contains("Restricted: exact figures."));
    assert!(page.contains("href=996-hollowdale.html"));
    let of_authority = fs::read_to_string(restricted.join("authorities/996-hollowdale.html")).unwrap();
    for address in ["", "#ni=62", "#ni=62&#38;age=10%20to%2015"] {
        let there = [">", "\">"].map(|end| format!("996-hollowdale-children.html{address}{end}"));
        assert!(there.iter().any(|there| of_authority.contains(there)), "{address}");
    }
    let regions = tree(&restricted.join("regions"));
    assert!(regions.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("-children.html")));
    for (path, bytes) in tree(&folder.path().join("r/publish")) {
        assert!(!path.contains("children.html"), "{path}");
        assert!(!path.ends_with(".html") || !String::from_utf8_lossy(&bytes).contains("-children.html"), "{path}");
    }
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}

#[test]
fn what_returns_hold_is_text_on_the_page_and_never_a_tag() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/301/2011");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("header.csv"), "CHILD,SEX,DOB,ETHNIC,TEAM\n</script><b>,1,31/03/2001,WBRI,<i>&x\n").unwrap();
    fs::write(
        place.join("episodes.csv"),
        "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n</script><b>,31/03/2010,S,C2,N1,Q2,,\n",
    )
    .unwrap();
    let arguments = "run returns --as-at 2011-03-31 --disclosure none --own-columns TEAM --out r --quiet";
    said(stocktake(folder.path()).args(arguments.split_whitespace()), 0);
    let page = Page::read(&folder.path().join("r/restricted/authorities/301-barking-and-dagenham-children.html"));
    assert!(!page.html.contains("<B>") && !page.html.contains("<i>") && !page.html.contains("</SCRIPT>"));
    let [row] = <[_; 1]>::try_from(page.rows("62")).unwrap();
    assert_eq!((row["Child"].as_str(), row["TEAM"].as_str()), ("&#60;/SCRIPT&#62;&#60;B&#62;", "&#60;i&#62;&#38;x"));
    assert!(page.said("</SCRIPT><B>").is_some());
}
