//! What a page allows itself: its own style and script, by the hash of their bytes, and nothing else.
//!
//! W3C. Content Security Policy Level 3: hash sources.

use sha2::{Digest, Sha256};

/// The letters of base64 (RFC 4648, section 4).
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The content security policy of a page with this style and this script; no script where it is blank.
pub fn content_security_policy(style: &str, script: &str) -> String {
    let script = if script.is_empty() { "'none'".to_owned() } else { source(script) };
    format!("default-src 'none'; style-src {}; script-src {script}; base-uri 'none'; form-action 'none'", source(style))
}

/// `'sha256-...'`, of the bytes between the tags.
fn source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or_default()));
        for at in 0..4 {
            let letter = LETTERS[bits >> (18 - 6 * at) & 63];
            text.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_its_paper() {
        // RFC 4648, section 10.
        for (plain, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), expected);
        }
    }

    #[test]
    fn a_page_allows_what_it_holds_and_nothing_else() {
        // The example of Content Security Policy Level 3, section 8.3.
        let policy = content_security_policy("", "alert('Hello, world.');");
        assert!(policy.contains("script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(content_security_policy("", "").contains("script-src 'none'"));
    }
}
