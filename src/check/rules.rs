//! Every rule of the checks, a file each, in folders by what they look at.
//!
//! To add a rule: a file named for its number with its `RULE` and, at its foot, a return that breaks it and
//! one that does not; and its place in the list of its folder.

mod adoption;
mod children;
mod episodes;
mod health;
mod leavers;
mod reviews;

use super::rule::Rule;

/// Every rule, folder by folder.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let folders = [children::RULES, episodes::RULES, reviews::RULES, health::RULES, adoption::RULES, leavers::RULES];
    folders.into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_number_of_its_own_and_says_what_to_do() {
        let numbers: Vec<&str> = all().map(|rule| rule.number).collect();
        for (place, rule) in all().enumerate() {
            assert!(!numbers[..place].contains(&rule.number), "{} is there twice", rule.number);
            assert!(!rule.message.is_empty() && !rule.remedy.is_empty(), "{}", rule.number);
            assert!(!rule.message.ends_with('.') && !rule.remedy.ends_with('.'), "{}", rule.number);
            assert!(!rule.needs.is_empty(), "{}", rule.number);
        }
    }
}
