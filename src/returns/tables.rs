//! The tables read, a file each: the columns taken and what a row holds.

pub mod ad1;
pub mod aside;
pub mod attainment;
pub mod cells;
pub mod episodes;
pub mod header;
pub mod missing;
pub mod oc2;
pub mod oc3;
pub mod placed_adoption;
pub mod reviews;
pub mod row;
pub mod uasc;

use super::suspect::{LostRow, Suspect};
use crate::code::ChildId;
use crate::day::Day;
use ad1::Ad1;
use attainment::Attainment;
use episodes::Episode;
use header::Header;
use missing::Missing;
use oc2::Oc2;
use oc3::Oc3;
use placed_adoption::PlacedAdoption;
use reviews::Review;
use row::{Row, TableRow};
use uasc::Uasc;

/// The rows of one authority, table by table, in the order in which files and lines were read.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is the table of the same name")]
pub struct AuthorityRows {
    pub header: Vec<Row<Header>>,
    pub episodes: Vec<Row<Episode>>,
    pub reviews: Vec<Row<Review>>,
    pub oc2: Vec<Row<Oc2>>,
    pub oc3: Vec<Row<Oc3>>,
    pub ad1: Vec<Row<Ad1>>,
    pub attainment: Vec<Row<Attainment>>,
    pub placed_adoption: Vec<Row<PlacedAdoption>>,
    pub uasc: Vec<Row<Uasc>>,
    pub missing: Vec<Row<Missing>>,
    /// Rejected rows of the episodes table whose child and DECOM can be read.
    pub rejected_episodes: Vec<RejectedEpisode>,
    /// What the files leave open about rows.
    pub suspects: Vec<Suspect>,
    /// Rows that are no longer any child's.
    pub lost: Vec<LostRow>,
}

/// A rejected row of the episodes table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RejectedEpisode {
    /// The child.
    pub child: ChildId,
    /// The year in which the row's return ends.
    pub year: i32,
    /// The start it gives.
    pub decom: Day,
}

/// A table whose rows are kept by authority.
pub(crate) trait TableOfAuthority: TableRow {
    /// The rows of this table among those of an authority.
    fn rows(authority: &mut AuthorityRows) -> &mut Vec<Row<Self>>;
}

macro_rules! of_authority {
    ($($row:ty: $field:ident,)+) => {
        $(impl TableOfAuthority for $row {
            fn rows(authority: &mut AuthorityRows) -> &mut Vec<Row<Self>> {
                &mut authority.$field
            }
        })+
    };
}

of_authority! {
    Header: header,
    Episode: episodes,
    Review: reviews,
    Oc2: oc2,
    Oc3: oc3,
    Ad1: ad1,
    Attainment: attainment,
    PlacedAdoption: placed_adoption,
    Uasc: uasc,
    Missing: missing,
}

impl AuthorityRows {
    /// The child of every row, table by table.
    pub(crate) fn children(&self) -> impl Iterator<Item = ChildId> {
        fn of<T>(rows: &[Row<T>]) -> impl Iterator<Item = ChildId> {
            rows.iter().map(|row| row.child)
        }
        of(&self.header)
            .chain(of(&self.episodes))
            .chain(of(&self.reviews))
            .chain(of(&self.oc2))
            .chain(of(&self.oc3))
            .chain(of(&self.ad1))
            .chain(of(&self.attainment))
            .chain(of(&self.placed_adoption))
            .chain(of(&self.uasc))
            .chain(of(&self.missing))
    }

    /// Rows in pieces, joined in their order.
    pub(crate) fn joined(mut pieces: Vec<AuthorityRows>) -> AuthorityRows {
        AuthorityRows {
            header: joined(&mut pieces, Header::rows),
            episodes: joined(&mut pieces, Episode::rows),
            reviews: joined(&mut pieces, Review::rows),
            oc2: joined(&mut pieces, Oc2::rows),
            oc3: joined(&mut pieces, Oc3::rows),
            ad1: joined(&mut pieces, Ad1::rows),
            attainment: joined(&mut pieces, Attainment::rows),
            placed_adoption: joined(&mut pieces, PlacedAdoption::rows),
            uasc: joined(&mut pieces, Uasc::rows),
            missing: joined(&mut pieces, Missing::rows),
            rejected_episodes: joined(&mut pieces, |piece| &mut piece.rejected_episodes),
            suspects: joined(&mut pieces, |piece| &mut piece.suspects),
            lost: joined(&mut pieces, |piece| &mut piece.lost),
        }
    }
}

/// The rows of one table, without spare capacity; a single piece is taken over as it is.
fn joined<R>(pieces: &mut [AuthorityRows], of_table: fn(&mut AuthorityRows) -> &mut Vec<R>) -> Vec<R> {
    let count: usize = pieces.iter_mut().map(|piece| of_table(piece).len()).sum();
    let mut filled = pieces.iter_mut().map(of_table).filter(|rows| !rows.is_empty());
    let mut rows = filled.next().map(std::mem::take).unwrap_or_default();
    rows.reserve_exact(count - rows.len());
    filled.for_each(|later| rows.append(later));
    rows
}
