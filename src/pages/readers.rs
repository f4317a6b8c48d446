//! Which file of a report is for whom, as the overview lists them: those alone that are there.

use super::paths::{AREAS, INTAKE, OVERVIEW, path, path_of_children, path_of_stocktake};
use crate::contract::{PUBLISHED_FIGURES, PUBLISHED_README};
use crate::national::has_stocktake;
use crate::pack::{Audience, Pack, Packs};

/// What a report holds besides what every report holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    /// The workbook as an OpenDocument spreadsheet too.
    pub open_document: bool,
    /// Slides of each place.
    pub slides: bool,
    /// The page of the numbers of all areas.
    pub areas: bool,
    /// A page of the children of each authority.
    pub children: bool,
    /// The list of what can still change before the year ends.
    pub watch_list: bool,
    /// The folder of what may be published.
    pub published: bool,
}

/// Somebody for whom a report has files.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reader {
    /// Who.
    pub who: &'static str,
    /// What they are called, each with its path; blank where there is one beside each page.
    pub files: Vec<(String, String)>,
}

/// Everybody, in the order in which a report reaches them; nobody who would get nothing.
pub(super) fn readers(packs: &Packs, held: Held) -> Vec<Reader> {
    if packs.all().next().is_none() {
        return Vec::new();
    }
    let all = match packs.about.audience {
        Audience::Owner => of_owner(packs, held),
        Audience::Public => of_public(packs, held),
    };
    let reader = |(who, files): (&'static str, Vec<Option<(String, String)>>)| Reader {
        who,
        files: files.into_iter().flatten().collect(),
    };
    all.into_iter().map(reader).filter(|reader| !reader.files.is_empty()).collect()
}

type Listed = Vec<(&'static str, Vec<Option<(String, String)>>)>;

fn of_owner(packs: &Packs, held: Held) -> Listed {
    let children = match packs.authorities.as_slice() {
        _ if !held.children => None,
        [one] => file("The children behind the figures", &path_of_children(&one.place)),
        _ => file("The children behind the figures, beside each page", ""),
    };
    let [pages, slides] = of_places(packs, held);
    let published =
        |name: &str, path: &str| if held.published { file(name, &format!("../publish/{path}")) } else { None };
    vec![
        (
            "Teams and managers",
            vec![
                if held.watch_list { file("Watch list", "watchlist.csv") } else { None },
                children,
                file("Rows to put right", "cleaning.csv"),
            ],
        ),
        (
            "Performance analyst",
            vec![
                file("Workbook", "stocktake.xlsx"),
                if held.open_document { file("OpenDocument spreadsheet", "stocktake.ods") } else { None },
                file("Figures", "indicators.csv"),
                file("From rows to figures", "reconciliation.csv"),
                file("What was sent", INTAKE),
            ],
        ),
        ("Director of children’s services", vec![pages, slides]),
        ("Lead member, corporate parenting board", vec![published("Pages that may be published", OVERVIEW)]),
        ("Neighbours and the public", vec![published("Published figures", PUBLISHED_FIGURES)]),
    ]
}

fn of_public(packs: &Packs, held: Held) -> Listed {
    let wholes = packs.england.iter().chain(&packs.regions).filter(|pack| has_stocktake(&packs.about, pack));
    let stocktake = |pack: &Pack| file(&format!("Stocktake of {}", pack.place.name), &path_of_stocktake(pack));
    let [pages, slides] = of_places(packs, held);
    let for_board = wholes.take(1).map(stocktake).chain([pages, slides]).collect();
    vec![
        ("Lead member, corporate parenting board", for_board),
        (
            "Performance analyst",
            vec![
                file("Workbook", "stocktake.xlsx"),
                if held.open_document { file("OpenDocument spreadsheet", "stocktake.ods") } else { None },
                if held.areas { file("All areas in order", AREAS) } else { None },
            ],
        ),
        (
            "Neighbours and the public",
            vec![
                file("Published figures", PUBLISHED_FIGURES),
                file("All years, tidy", "tidy/children_in_care_indicators.csv"),
                file("How figures are protected", PUBLISHED_README),
            ],
        ),
    ]
}

/// The page of the only authority, or of each; and its slides.
fn of_places(packs: &Packs, held: Held) -> [Option<(String, String)>; 2] {
    let slides = |name: &str, path: &str| if held.slides { file(name, path) } else { None };
    match packs.authorities.as_slice() {
        [] => [None, None],
        [one] => {
            let page = path(one);
            let deck = page.replace(".html", ".pptx");
            [file(&format!("{} in full", one.place.name), &page), slides("Slides", &deck)]
        }
        _ => [file("The page of each authority", "#authorities"), slides("Slides, beside each page", "")],
    }
}

fn file(name: &str, path: &str) -> Option<(String, String)> {
    Some((name.to_owned(), path.to_owned()))
}
