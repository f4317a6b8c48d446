//! A return: what an authority reports of its children's lives for one year.

use super::adoption::Adoption;
use super::authority::Character;
use super::chance::Chance;
use super::life::Life;
use super::table::{Sheet, Style, Table};
use super::{attainment, health, leaver};
use crate::day::Day;

/// One authority's return for one year.
#[derive(Debug)]
pub struct Return {
    /// The year it ends, on 31 March.
    pub year: i32,
    header: Sheet,
    episodes: Sheet,
    reviews: Sheet,
    oc2: Sheet,
    oc3: Sheet,
    ad1: Sheet,
    attainment: Sheet,
}

impl Return {
    fn empty(year: i32, style: &Style) -> Return {
        let sheet = || Sheet::new(style.clone());
        Return {
            year,
            header: sheet(),
            episodes: sheet(),
            reviews: sheet(),
            oc2: sheet(),
            oc3: sheet(),
            ad1: sheet(),
            attainment: sheet(),
        }
    }

    /// The return an authority of this character makes of these lives.
    pub fn of(lives: &[Life], year: i32, character: &Character, style: &Style) -> Return {
        let mut made = Return::empty(year, style);
        for life in lives {
            made.tell(life, character);
        }
        made
    }

    /// The rows of a table.
    pub fn sheet(&self, table: Table) -> &Sheet {
        match table {
            Table::Header => &self.header,
            Table::Episodes => &self.episodes,
            Table::Reviews => &self.reviews,
            Table::Oc2 => &self.oc2,
            Table::Oc3 => &self.oc3,
            Table::Ad1 => &self.ad1,
            Table::Attainment => &self.attainment,
        }
    }

    /// The rows of a table, to add to.
    pub fn sheet_mut(&mut self, table: Table) -> &mut Sheet {
        match table {
            Table::Header => &mut self.header,
            Table::Episodes => &mut self.episodes,
            Table::Reviews => &mut self.reviews,
            Table::Oc2 => &mut self.oc2,
            Table::Oc3 => &mut self.oc3,
            Table::Ad1 => &mut self.ad1,
            Table::Attainment => &mut self.attainment,
        }
    }

    fn tell(&mut self, life: &Life, character: &Character) {
        let year_end = Day::thirty_first_of_march(self.year);
        let mut chance = Chance::in_year(life.lot, self.year);
        let in_care = self.tell_episodes(life, year_end);
        let leaver = life.is_care_leaver_of(self.year) && leaver::tell(&mut self.oc3, life, character, &mut chance);
        if in_care || leaver {
            tell_header(&mut self.header, life, year_end);
        }
        if !in_care {
            return;
        }
        self.tell_reviews(life);
        // AD1 is about children adopted in the year: what went before is told with the order.
        if let Some(adoption) = life.adoption.as_ref().filter(|adoption| adoption.adopted.return_year() == self.year) {
            tell_adoption(&mut self.ad1, life, adoption);
        }
        if life.looked_after_for_a_year_on(year_end) {
            health::tell(&mut self.oc2, life, year_end, character, &mut chance);
            attainment::tell(&mut self.attainment, life, self.year, character, &mut chance);
        }
    }

    /// The episodes of the year; whether there are any.
    fn tell_episodes(&mut self, life: &Life, year_end: Day) -> bool {
        let before = self.episodes.rows;
        for episode in life.episodes().filter(|episode| episode.is_in_return_of(self.year)) {
            let row = self.episodes.about(life.child).day(episode.start);
            row.text(episode.began).text(episode.legal_status).text(episode.need);
            row.text(episode.placement.place).text(episode.placement.provider);
            // What happens after the year is not yet known.
            if episode.end <= year_end {
                row.day(episode.end).text(episode.ended).text(episode.change);
            } else {
                row.blanks(3);
            }
            row.sector(episode.home).sector(episode.placement.sector);
            match episode.placement.registration {
                Some(number) => row.text(&format!("SC0{number}")),
                None => row.blanks(1),
            };
            row.end();
        }
        self.episodes.rows > before
    }

    fn tell_reviews(&mut self, life: &Life) {
        for review in life.periods.iter().flat_map(|period| &period.reviews) {
            if review.held.return_year() == self.year {
                let row = self.reviews.about(life.child).day(life.reported_birth());
                row.day(review.held).text(review.participation).end();
            }
        }
    }
}

fn tell_header(header: &mut Sheet, life: &Life, year_end: Day) {
    let row = header.about(life.child).text(life.sex).day(life.reported_birth()).text(life.ethnic).blanks(1);
    // Whether she is a mother is not asked of a child who has short breaks alone; a few of the other older girls have
    // a child of their own.
    let asked = life.sex == "2" && !life.periods.is_empty();
    let child_born = life.reported_birth().birthday(16).plus_months((life.lot % 20) as i32);
    if asked && life.lot.is_multiple_of(14) && child_born <= year_end {
        row.flag(true).day(child_born);
    } else if asked && life.reported_birth().age_on(year_end) >= 12 {
        row.flag(false).blanks(1);
    } else {
        row.blanks(2);
    }
    row.end();
}

fn tell_adoption(ad1: &mut Sheet, life: &Life, adoption: &Adoption) {
    let (number, sex, legal_status) = adoption.adopters;
    let row = ad1.about(life.child).day(life.reported_birth()).day(adoption.decided).day(adoption.matched);
    row.flag(adoption.by_foster_carers).text(number).text(sex).text(legal_status).end();
}
