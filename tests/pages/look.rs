//! Pages in the user's own look: name, logo and colours at their top, and nothing that comes from elsewhere.

use super::structure::elements;
use super::{noted, small};
use crate::folder::{data, said, stocktake};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use stocktake::pack::Audience;
use stocktake::pages::{Shared, of_place};
use stocktake::seeds::branding::{Branding, Colours, Logo};

fn branding() -> Branding {
    Branding {
        name: Some("Ashbury & District".to_owned()),
        logo: Some(Logo { bytes: b"any bytes".to_vec(), size: [300, 100] }),
        colours: Colours { main: "003366".to_owned(), second: "660033".to_owned() },
    }
}

/// The page of a place in a look.
fn page(branding: Branding) -> String {
    let mut about = noted(Audience::Public);
    about.branding = branding;
    of_place(&about, &small(), &[], Shared::Within).unwrap()
}

fn style(page: &str) -> &str {
    page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0
}

#[test]
fn name_and_logo_stand_at_the_top_in_the_users_colours() {
    let page = page(branding());
    let top = elements(&page, "header")[0];
    let logo = STANDARD.encode(b"any bytes");
    assert!(
        top.contains(&format!("src=\"data:image/png;base64,{logo}\"")) || top.contains(&format!("base64,{logo} ")),
        "{top}"
    );
    assert!(top.contains("alt=\"\"") && top.contains("width=300") && top.contains("height=100"), "{top}");
    assert!(top.contains("Ashbury &#38; District") || top.contains("Ashbury &amp; District"), "{top}");
    let style = style(&page);
    assert!(style.replace(' ', "").contains("--mast:#003366;--accent:#660033"), "{style}");
    // The policy lets the page have that style, and a picture within it.
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    let policy = page.split_once("content=\"default-src").unwrap().1.split_once('>').unwrap().0;
    assert!(policy.contains(&format!("sha256-{hash}").replace('+', "&#43;")) || policy.contains(&hash), "{policy}");
    assert!(policy.contains("img-src data:;") && !page.contains(" style="), "{policy}");
}

#[test]
fn a_logo_without_a_name_has_one_in_words_and_no_look_leaves_no_trace() {
    let without_name = page(Branding { name: None, ..branding() });
    assert!(without_name.contains("alt=Logo"));
    let name_alone = page(Branding { name: branding().name, ..Branding::default() });
    assert!(name_alone.contains("class=brand") && !name_alone.contains("<img") && !name_alone.contains("img-src"));
    let none = page(Branding::default());
    for trace in ["class=brand", "<img", "img-src", "branded\"", "masthead branded", "data:image"] {
        assert!(!none.contains(trace), "{trace}");
    }
}

#[test]
fn every_page_of_a_report_has_it_and_an_audit_makes_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 0, 40, 0, 0, 0, 10]].concat();
    fs::write(at.join("logo.png"), &png).unwrap();
    let look = ["--brand", "Ashbury", "--logo", "logo.png", "--colours", "#003366,#660033"];
    let arguments = ["--as-at", "2011-03-31", "--quiet", "--out", "r"];
    said(stocktake(at).arg("run").arg(data()).args(arguments).args(look), 0);
    let logo = STANDARD.encode(&png);
    for file in [
        "publish/index.html",
        "publish/national.html",
        "publish/areas.html",
        "publish/authorities/996-hollowdale.html",
        "restricted/index.html",
        "restricted/intake.html",
        "restricted/authorities/996-hollowdale.html",
        "restricted/authorities/996-hollowdale-children.html",
    ] {
        let page = fs::read_to_string(at.join("r").join(file)).unwrap();
        assert!(page.contains(&logo) && page.contains("<span>Ashbury</span>"), "{file}");
        assert!(style(&page).contains("#003366"), "{file}");
    }
    said(stocktake(at).args(["audit", "r"]), 0);
    // It is part of what the record says, so that no other look passes.
    let page = at.join("r/publish/index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("<span>Ashbury</span>", "<span>Ashbury: 3 of 7</span>")).unwrap();
    let (out, error) = said(stocktake(at).args(["audit", "r"]), 3);
    let told = format!("{out}{error}").replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("r/publish/index.html: is not what the tables beside it give"), "{told}");
}
