//! Returns dragged onto the program: one argument, and no command.

use crate::folder::{copy, data, in_one_line, said, stocktake};
use std::fs;
use std::path::Path;

/// A folder with returns in it.
fn with_returns() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("returns"));
    folder
}

/// What is said where something is dragged onto the program, which starts elsewhere, as that of Windows does.
fn drag(path: &Path, code: i32) -> (String, String) {
    said(stocktake(&std::env::temp_dir()).arg(path), code)
}

#[test]
fn a_folder_is_run_by_what_init_guesses_with_the_report_beside_it() {
    let folder = with_returns();
    let returns = folder.path().join("returns");
    let (out, error) = drag(&returns, 0);
    let page = folder.path().join("reports/2011-03-31/restricted/index.html");
    assert!(out.contains("Returns of 6 authorities") && out.contains("at 31 March 2011"), "{out}");
    assert!(page.is_file());
    // Nobody is at a terminal here.
    assert!(!error.contains("Press Enter"), "{error}");
    let settings = folder.path().join("stocktake.toml");
    let text = fs::read_to_string(&settings).unwrap();
    assert!(text.contains("\nreturns = [\"returns\"]\n") && text.contains("\nout = \"reports/{as_at}\"\n"), "{text}");
    // The second time the file is gone by, with what the user wrote into it.
    fs::write(&settings, text.replace("reports/{as_at}", "mine/{as_at}")).unwrap();
    let (out, _) = drag(&returns, 0);
    assert!(!out.contains("look through it"), "{out}");
    assert!(folder.path().join("mine/2011-03-31/restricted/index.html").is_file());
}

#[test]
fn settings_of_other_returns_are_not_gone_by() {
    let folder = with_returns();
    fs::write(folder.path().join("stocktake.toml"), "returns = \"returns/2010\"\nout = \"reports\"\n").unwrap();
    fs::create_dir_all(folder.path().join("returns/2010")).unwrap();
    let error = in_one_line(&drag(&folder.path().join("returns"), 2).1);
    assert!(error.contains("stocktake.toml is there already, and is not of "), "{error}");
    assert!(error.contains("put the returns into a folder of their own"), "{error}");
    assert!(!folder.path().join("reports").exists());
}

#[test]
fn a_file_is_dragged_too_and_what_is_wrong_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("302 episodes 2011.csv");
    fs::write(&file, "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2010,S,C2,U1,,\n").unwrap();
    let (out, _) = drag(&file, 0);
    assert!(out.contains("Barnet"), "{out}");
    // What the returns do not tell is written into the settings.
    let untold = folder.path().join("untold/my returns");
    fs::create_dir_all(&untold).unwrap();
    fs::copy(&file, untold.join("episodes.csv")).unwrap();
    let (_, error) = drag(&untold, 2);
    let error = in_one_line(&error);
    assert!(error.contains("untold/stocktake.toml; then drag the returns again."), "{error}");
    let settings = folder.path().join("untold/stocktake.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("authority = \"302\"\nyear = \"2011\"\n{text}")).unwrap();
    let (out, _) = drag(&untold, 0);
    assert!(out.contains("Barnet"), "{out}");
    let notes = folder.path().join("elsewhere/notes.csv");
    fs::create_dir(folder.path().join("elsewhere")).unwrap();
    fs::write(&notes, "Remember,to,ask\n1,2,3\n").unwrap();
    let (_, error) = drag(&notes, 2);
    assert!(error.contains("the file cannot be read as a table of a return"), "{error}");
    assert!(!folder.path().join("elsewhere/stocktake.toml").exists());
}

#[test]
fn a_command_and_what_is_not_there_are_not_dragged() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("profiles")).unwrap();
    let (out, _) = said(stocktake(folder.path()).arg("profiles"), 0);
    assert!(out.contains("sfr-2011"), "{out}");
    let (_, error) = said(stocktake(folder.path()).arg("nowhere"), 2);
    assert!(error.contains("unrecognized subcommand 'nowhere'"), "{error}");
    assert!(error.contains("if returns are meant, there is no file or folder 'nowhere': check the path"), "{error}");
    fs::create_dir(folder.path().join("returns")).unwrap();
    let (_, error) = said(stocktake(folder.path()).args(["returns", "--as-at", "2011-03-31"]), 2);
    assert!(error.contains("returns are given to a command: `stocktake run returns`"), "{error}");
}

/// At a terminal of `script`, with a stand-in for what opens pages.
#[test]
#[cfg(target_os = "linux")]
fn at_a_terminal_the_page_is_opened_and_the_window_waits() {
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;
    use std::process::{Command, Stdio};
    let folder = with_returns();
    let opener = folder.path().join("xdg-open");
    fs::write(&opener, "#!/bin/sh\necho \"$1\" > \"$(dirname \"$0\")/opened.new\"\nmv \"$(dirname \"$0\")/opened.new\" \"$(dirname \"$0\")/opened\"\n").unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let line = format!("{} returns", env!("CARGO_BIN_EXE_stocktake"));
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).current_dir(folder.path()).env("PATH", path);
    let mut window = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let opened = folder.path().join("opened");
    for _ in 0..600 {
        if opened.is_file() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let page = folder.path().join("reports/2011-03-31/restricted/index.html");
    assert_eq!(fs::read_to_string(opened).unwrap().trim_end(), page.to_str().unwrap());
    assert!(window.try_wait().unwrap().is_none(), "the window is open still");
    window.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    let output = window.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("Press Enter to close this window."));
}
