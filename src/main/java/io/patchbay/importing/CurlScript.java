package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportIssue.Severity;
import io.patchbay.importing.ShellCommand.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the calls of curl in what was pasted from a shell, a page or a browser. */
final class CurlScript {

  private static final int MOST_COMMANDS = 5_000;
  private static final int MOST_RESTARTS = 20;
  private static final int MOST_NOTES = 50;
  private static final Pattern PROMPT =
      Pattern.compile(
          "(?:[\\w.@~:\\\\/\\[\\]()-]+ ?[\\w.~:\\\\/\\[\\]()-]*[>#%$]|[$%>❯➜λ]|PS [^>\\n]*>)[ \\t]*"
              + "(?=curl|Invoke-|[A-Z_]+=|export |\\$ ?curl)");
  private static final Pattern ASSIGNED = Pattern.compile("(?s)[A-Za-z_]\\w*=.*");
  private static final Pattern CAPTURED =
      Pattern.compile("(?s)[A-Za-z_]\\w*=(?:\\$\\((.*)\\)|`(.*)`)");
  private static final Pattern POWER_SHELL =
      Pattern.compile("invoke-|iwr |irm |\\$\\w+(\\.\\w+)?\\s*=|\\$\\w+\\.cookies\\.add");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]{1,20}|-[A-Za-z]");
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z_.-]{0,15}");
  private static final Pattern NEXT_CURL = Pattern.compile("\\n[ \\t]*(?:\\$ )?curl(?:\\.exe)?\\s");
  private static final Set<String> WRAPPERS =
      Set.of(
          "sudo", "time", "command", "exec", "env", "!", "if", "then", "do", "while", "nohup",
          "export", "{");
  private static final Set<String> HARMLESS =
      Set.of(
          "export", "set", "echo", "cat", "printf", "cd", "fi", "done", "else", "}", "jq", "sleep");

  private final TextCursor in;
  private final BashLexer bash;
  private final PowerShellRequest powerShell = new PowerShellRequest();
  private final List<CurlCommand> commands = new ArrayList<>();
  private final List<ImportIssue> issues = new ArrayList<>();
  private Shell shell = Shell.BASH;
  private int lineEnd = -1;
  private int number;
  private @Nullable ShellCommand before;

  private CurlScript(String text) {
    this.in = new TextCursor(text.replace("\r\n", "\n").replace('\u00a0', ' '));
    this.bash = new BashLexer(in);
  }

  /**
   * What was found.
   *
   * @param issues about what is no call of curl, or cannot be read
   */
  record Found(List<CurlCommand> commands, List<ImportIssue> issues) {}

  static Found read(String text) {
    var script = new CurlScript(text);
    script.read();
    return new Found(List.copyOf(script.commands), List.copyOf(script.issues));
  }

  private void read() {
    int restarts = 0;
    while (!in.atEnd() && number < MOST_COMMANDS) {
      skipToCommand();
      int start = in.at();
      try {
        statement();
      } catch (InvalidException e) {
        number++;
        add(Severity.LEFT_OUT, start, e.problems().getFirst().message() + " It was left out.");
        if (++restarts == MOST_RESTARTS || !toNextCurl(start)) {
          return;
        }
      }
    }
    if (!in.atEnd()) {
      add(
          Severity.LEFT_OUT,
          in.at(),
          "Only the first %,d commands were read; paste the others apart."
              .formatted(MOST_COMMANDS));
    }
  }

  private boolean toNextCurl(int start) {
    var matcher = NEXT_CURL.matcher(in.text());
    boolean found = matcher.find(start);
    if (found) {
      in.moveTo(matcher.start() + 1);
      lineEnd = -1;
    }
    return found;
  }

  private void skipToCommand() {
    while (!in.atEnd()) {
      if (Character.isWhitespace(in.peek()) || ";&|".indexOf(in.peek()) >= 0) {
        in.take();
      } else if (in.startsWith("```") || in.startsWith("#!") || in.startsWith("REM ")) {
        in.skipLine();
      } else {
        break;
      }
    }
    var prompt =
        PROMPT.matcher(in.text()).region(in.at(), Math.min(in.at() + 300, in.text().length()));
    if (prompt.lookingAt() && !prompt.group().startsWith("curl")) {
      in.moveTo(prompt.end());
    }
  }

  private void statement() {
    int start = in.at();
    var shell = shell();
    var command =
        switch (shell) {
          case BASH -> bash.next();
          case WINDOWS -> new WindowsLexer(in).next();
          case POWER_SHELL -> new PowerShellLexer(in).next();
        };
    var ahead = before;
    before = command.words().isEmpty() ? before : command;
    if (command.words().isEmpty()) {
      return;
    }
    if (shell == Shell.POWER_SHELL && powerShell.prepares(command.words())) {
      return;
    }
    run(command, start, ahead);
    if (shell == Shell.BASH && bash.endsContinued() && !commands.isEmpty()) {
      add(Severity.NOTE, start, "The command ends with a \\, as if a line were missing.");
    }
  }

  private enum Shell {
    BASH,
    WINDOWS,
    POWER_SHELL
  }

  /** That of the line, which is looked at once. */
  private Shell shell() {
    if (in.at() >= lineEnd) {
      shell = shellOfLine();
      lineEnd = in.at() + in.restOfLine().length() + 1;
    }
    return shell;
  }

  /** By how the first line is continued, and by what it calls. */
  private Shell shellOfLine() {
    String line = in.restOfLine().stripTrailing();
    String first = line.stripLeading().toLowerCase(Locale.ROOT);
    if (POWER_SHELL.matcher(first).lookingAt() || (line.endsWith("`") && !line.endsWith("\\`"))) {
      return Shell.POWER_SHELL;
    }
    return line.endsWith("^") || line.contains(" ^\"") ? Shell.WINDOWS : Shell.BASH;
  }

  private void run(ShellCommand command, int start, @Nullable ShellCommand ahead) {
    if (ahead != null && ahead.ending() == Ending.OR) {
      return;
    }
    List<String> words = command.words();
    int first = 0;
    while (first < words.size() - 1
        && (WRAPPERS.contains(words.get(first)) || ASSIGNED.matcher(words.get(first)).matches())) {
      first++;
    }
    String program = program(words.get(first));
    List<String> arguments = words.subList(first + 1, words.size());
    if (program.equals("curl") && command.inputFile() != null) {
      number++;
      add(
          Severity.LEFT_OUT,
          start,
          "The '<' reads the file '%s', which is not read here. If it begins a placeholder such as <id>, put quotes around the word."
              .formatted(command.inputFile().length() > 30 ? "…" : command.inputFile()));
    } else if (program.equals("curl")) {
      addCommand(start, arguments, command.input() == null ? piped(ahead) : command.input());
    } else if (PowerShellRequest.isRequest(program)) {
      addCommand(start, powerShell.curlArguments(arguments), null);
    } else if (words.size() > 2 && PowerShellRequest.isRequest(words.get(2))) {
      addCommand(start, powerShell.curlArguments(words.subList(3, words.size())), null);
    } else if (ahead == null || ahead.ending() != Ending.PIPE) {
      other(command, start, words.get(first), program, ahead);
    }
  }

  private void other(
      ShellCommand command, int start, String word, String program, @Nullable ShellCommand ahead) {
    var captured = CAPTURED.matcher(word);
    if (captured.matches() && word.contains("curl")) {
      String inner = captured.group(1) == null ? captured.group(2) : captured.group(1);
      for (var found : read(inner == null ? "" : inner).commands()) {
        addCommand(start, found.arguments(), found.input());
      }
    } else if (word.startsWith("-") && ahead != null) {
      boolean cut = ahead.ending() == Ending.BACKGROUND;
      add(
          Severity.LEFT_OUT,
          start,
          cut
              ? "The '&' in front of this ends the command, as in a shell, so that %s and what"
                      .formatted(shown(word))
                  + " follows do not belong to it; put the address in quotes."
              : "The line begins with %s, which no command above takes; put a \\ at the end of the"
                      .formatted(shown(word))
                  + " line before it.");
    } else if (!HARMLESS.contains(program) && !ASSIGNED.matcher(word).matches()) {
      add(Severity.NOTE, start, "%s is not curl; it was passed over.".formatted(shown(program)));
    } else if (command.ending() == Ending.BACKGROUND && !commands.isEmpty()) {
      // A further query parameter of an address without quotes: `?a=1&b=2`.
      add(
          Severity.LEFT_OUT,
          start,
          "The '&' ends the command, as in a shell; put the address in quotes.");
    }
  }

  private static String shown(String word) {
    // Only what is an option or a plain name: anything else may be a secret.
    var option = OPTION.matcher(word);
    if (option.lookingAt()) {
      return "'" + option.group() + "'";
    }
    return PLAIN.matcher(word).matches() ? "'" + word + "'" : "This line";
  }

  private static String program(String word) {
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
  }

  /** What a command in front writes into the pipe. */
  private static @Nullable String piped(@Nullable ShellCommand ahead) {
    if (ahead == null || ahead.ending() != Ending.PIPE) {
      return null;
    }
    List<String> words = ahead.words();
    String program = program(words.getFirst());
    boolean bare = words.size() > 1 && words.get(1).equals("-n");
    if (program.equals("echo")) {
      return String.join(" ", words.subList(bare ? 2 : 1, words.size())) + (bare ? "" : "\n");
    }
    if (program.equals("printf") && words.size() == 2) {
      return words.get(1).replace("\\n", "\n");
    }
    return program.equals("cat") && words.size() == 1 ? ahead.input() : null;
  }

  private void addCommand(int start, List<String> arguments, @Nullable String input) {
    commands.add(new CurlCommand(++number, in.line(start), arguments, input));
  }

  private void add(Severity severity, int start, String message) {
    if (issues.size() < MOST_NOTES) {
      issues.add(
          new ImportIssue(
              severity, "command " + Math.max(number, 1), in.line(start), null, message));
    }
  }
}
