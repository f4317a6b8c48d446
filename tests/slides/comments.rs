//! Comments read back from decks, whatever program saved them.

use super::opened::{changed, decode, texts, unpacked};
use super::{of_owner, trends};
use crate::packs::every_kind;
use stocktake::day::Day;
use stocktake::seeds::branding::Branding;
use stocktake::slides;
use stocktake::slides::comments::{Comments, NoDeck};
use stocktake::timeframe::{Basis, Timeframe};

/// The deck with something written into the box of a slide.
pub fn written(deck: &[u8], number: u32, paragraphs: &str) -> Vec<u8> {
    changed(deck, |name, slide| {
        if name != format!("ppt/slides/slide{number}.xml") {
            return slide;
        }
        let (before, own) = slide.split_once("name=\"Comment on ").unwrap();
        let own = own.replacen("<a:p><a:endParaRPr lang=\"en-GB\"/></a:p>", paragraphs, 1);
        format!("{before}name=\"Comment on {own}")
    })
}

/// The slides made again over a deck, on another day where one is given.
fn again(deck: &[u8], year: i32) -> Vec<u8> {
    let mut packs = every_kind::for_the_owner();
    packs.about.timeframe = Timeframe::new(Day::thirty_first_of_march(year), Basis::Rolling).unwrap();
    let comments = Comments::of(deck).unwrap();
    slides::of_place(&packs.about, &packs.authorities[0], &trends(), &Branding::default(), &comments).unwrap()
}

/// The texts of the comment box of a slide.
fn comment(deck: &[u8], number: u32) -> Vec<String> {
    let slide = String::from_utf8(unpacked(deck)[&format!("ppt/slides/slide{number}.xml")].clone()).unwrap();
    texts(slide.split_once("name=\"Comment on ").unwrap().1.split("</p:sp>").next().unwrap())
}

#[test]
fn a_comment_is_kept_when_the_slides_are_made_again() {
    let text = "<a:p><a:r><a:rPr b=\"1\"/><a:t>Two moves were </a:t></a:r><a:r><a:t>planned &amp; agreed &#8211; see </a:t></a:r>\
                <a:fld id=\"{1}\" type=\"datetime\"><a:t>minutes</a:t></a:fld></a:p><a:p/><a:p><a:r><a:t>One</a:t></a:r><a:br/>\
                <a:r><a:t>Two</a:t></a:r></a:p><a:p/>";
    let first = written(&written(&of_owner(), 4, text), 1, "<a:p><a:r><a:t>Good</a:t></a:r></a:p>");
    let second = again(&first, 2011);
    let kept = ["Two moves were planned & agreed \u{2013} see minutes", "OneTwo"];
    assert_eq!((comment(&second, 4), comment(&second, 1)), (kept.map(str::to_owned).to_vec(), vec!["Good".to_owned()]));
    assert_eq!(comment(&second, 5), [""; 0]);
    let slide = String::from_utf8(unpacked(&second)["ppt/slides/slide4.xml"].clone()).unwrap();
    assert!(slide.contains("One</a:t></a:r><a:br>"), "a line break stays one");
    assert!(again(&second, 2011) == second, "and so it stays");
    assert!(again(&of_owner(), 2011) == of_owner(), "a box without words is none");
}

#[test]
fn a_comment_on_other_figures_says_so() {
    let first = written(&of_owner(), 4, "<a:p><a:r><a:t>Planned</a:t></a:r></a:p>");
    let said = ["Written about the figures of 31 March 2011:", "Planned"];
    let second = again(&first, 2012);
    assert_eq!(comment(&second, 4), said);
    assert_eq!(comment(&again(&second, 2012), 4), said);
    assert_eq!(comment(&again(&second, 2013), 4), said, "of the day on which it was written");
}

#[test]
fn the_names_that_another_program_gives_do_not_matter() {
    let first = written(&of_owner(), 4, "<a:p><a:r><a:t>Planned</a:t></a:r></a:p>");
    let renamed =
        changed(&first, |_, slide| slide.replace("<p:", "<x:").replace("</p:", "</x:").replace("xmlns:p=", "xmlns:x="));
    assert_eq!(comment(&again(&renamed, 2011), 4), ["Planned"]);
    // A slide that was copied has a box of the same name.
    let slide = String::from_utf8(unpacked(&first)["ppt/slides/slide4.xml"].clone()).unwrap();
    let copied = changed(&first, |name, own| if name == "ppt/slides/slide12.xml" { slide.clone() } else { own });
    assert_eq!(comment(&again(&copied, 2011), 4), ["Planned", "Planned"]);
}

#[test]
fn what_is_no_deck_is_refused() {
    for bytes in [&b""[..], b"PK", b"words"] {
        assert_eq!(Comments::of(bytes), Err(NoDeck));
    }
    let deck = of_owner();
    assert_eq!(Comments::of(&deck[..deck.len() / 2]), Err(NoDeck));
    let workbook = &unpacked(&deck)["ppt/embeddings/chart4.xlsx"];
    assert_eq!(Comments::of(workbook), Err(NoDeck));
    for (from, to) in [("</p:spTree>", ""), ("<a:t>", "<a:t>&no-such;")] {
        assert_eq!(Comments::of(&changed(&deck, |_, slide| slide.replace(from, to))), Err(NoDeck), "{to}");
    }
}

#[test]
fn published_slides_have_no_box() {
    let packs = every_kind::packs();
    let comments = Comments::of(&written(&of_owner(), 4, "<a:p><a:r><a:t>Planned</a:t></a:r></a:p>")).unwrap();
    let deck =
        slides::of_place(&packs.about, &packs.authorities[0], &trends(), &Branding::default(), &comments).unwrap();
    for (name, bytes) in unpacked(&deck).iter().filter(|(name, _)| name.ends_with(".xml")) {
        let text = decode(&String::from_utf8_lossy(bytes));
        assert!(!text.contains("Planned") && !text.contains("omment on"), "{name}");
    }
}
