//! The content security policy of a page: its own style and script, by the hash of their bytes, or files beside it, and nothing
//! else.
//!
//! W3C. Content Security Policy Level 3: hash sources.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The content security policy of a page with this style and this script, or no script if it is blank; a picture is within the
/// page itself.
pub(crate) fn content_security_policy(style: &str, script: &str, has_picture: bool) -> String {
    let picture = if has_picture { " img-src data:;" } else { "" };
    let script = if script.is_empty() { "'none'".to_owned() } else { source(script) };
    format!(
        "default-src 'none'; style-src {}; script-src {script};{picture} base-uri 'none'; form-action 'none'",
        source(style)
    )
}

/// The same of a page whose style and drawings are partly in files beside it, and which has no script.
///
/// A browser that opens a page from a folder may not take a file beside it for the page's own unless its scheme is named.
pub(crate) fn policy_with_files_beside(has_picture: bool) -> String {
    let within = if has_picture { " data:" } else { "" };
    format!(
        "default-src 'none'; style-src 'self' file:; script-src 'none'; img-src 'self' file:{within}; base-uri 'none'; \
         form-action 'none'"
    )
}

/// `'sha256-...'`, from the bytes between the tags.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_allows_only_its_own_style_and_script() {
        // The example of Content Security Policy Level 3, section 8.3.
        let policy = content_security_policy("", "alert('Hello, world.');", false);
        assert!(policy.contains("script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(content_security_policy("", "", false).contains("script-src 'none'; base-uri"));
        assert!(content_security_policy("", "", true).contains("script-src 'none'; img-src data:; base-uri"));
    }

    #[test]
    fn with_files_beside_it_a_page_allows_those_and_nothing_of_a_network() {
        let policy = policy_with_files_beside(false);
        let nothing_else =
            "default-src 'none'; style-src 'self' file:; script-src 'none'; img-src 'self' file:; base-uri";
        assert!(policy.starts_with(nothing_else), "{policy}");
        assert!(policy_with_files_beside(true).contains("img-src 'self' file: data:;"));
    }
}
