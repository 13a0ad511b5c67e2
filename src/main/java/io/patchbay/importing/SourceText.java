package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportIssue.Severity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document of a source: its text and, where it is JSON or YAML, its tree, parsed once. Nobody
 * changes the tree: values that a YAML alias repeats are one node.
 */
final class SourceText {

  /** The first line of a YAML object or list. */
  private static final Pattern MEANT =
      Pattern.compile("(- .*|[\"']?[\\w.$/-]{1,100}[\"']?\\s*:(\\s.*)?)");

  private final String name;
  private final String text;
  private @Nullable Parsed parsed;

  /** The tree or, where there is none, why. */
  private record Parsed(
      @Nullable JsonNode tree, List<TreeBuilder.Note> notes, @Nullable InvalidException problem) {}

  /**
   * @param name its file name or address
   * @param text decoded
   */
  SourceText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * The text of a file: UTF-8, UTF-16 or, where it is neither, Windows-1252.
   *
   * @throws InvalidException when it is too large or no text, for example a Word document
   */
  static SourceText of(SourceFile file) {
    return new SourceText(file.name(), TextDecoder.decode(file));
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** The tree, where the text is JSON or YAML with an object or a list at its top. */
  Optional<JsonNode> tree() {
    return Optional.ofNullable(parsed().tree());
  }

  /**
   * The tree.
   *
   * @throws InvalidException saying where the text cannot be read, or what it is instead
   */
  JsonNode document() {
    Parsed now = parsed();
    if (now.tree() != null) {
      return now.tree();
    }
    throw now.problem() == null
        ? new InvalidException(name, NotADocument.sentence(text))
        : now.problem();
  }

  /**
   * Where and why it cannot be read, when it is meant to be JSON or YAML; nothing when it is
   * another kind of text.
   */
  Optional<String> problem() {
    InvalidException problem = parsed().problem();
    return problem == null || !isMeantAsDocument()
        ? Optional.empty()
        : Optional.of(problem.problems().getFirst().message());
  }

  private boolean isMeantAsDocument() {
    String lower = name.toLowerCase(Locale.ROOT);
    return isJson()
        || MEANT.matcher(firstWords()).matches()
        || lower.endsWith(".json")
        || lower.endsWith(".yaml")
        || lower.endsWith(".yml");
  }

  /** The first line that says something. */
  private String firstWords() {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("---"))
        .findFirst()
        .orElse("");
  }

  /** What is odd about the text as such, for example a key that stands twice. */
  List<ImportIssue> issues() {
    return parsed().notes().stream()
        .map(note ->
            new ImportIssue(Severity.CHANGED, note.where(), note.line(), null, note.message()))
        .toList();
  }

  /**
   * The lines of places, from 1. Reads the text once more, so ask for all at once. A place that is
   * not there has the line of what is nearest around it.
   */
  Map<DocPath, Integer> lines(Collection<DocPath> places) {
    Map<DocPath, Integer> lines = new HashMap<>();
    if (places.isEmpty() || parsed().tree() == null) {
      return lines;
    }
    var finder = new LineFinder(places.stream().map(DocPath::segments).toList());
    tell(finder);
    places.forEach(place -> lines.put(place, finder.line(place.segments())));
    return lines;
  }

  private Parsed parsed() {
    Parsed now = parsed;
    if (now == null) {
      now = parse();
      parsed = now;
    }
    return now;
  }

  private Parsed parse() {
    if (text.length() > ImportRequest.MAX_BYTES) {
      return new Parsed(
          null,
          List.of(),
          new InvalidException(
              name,
              "The text is too long: at most %,d MiB are read."
                  .formatted(ImportRequest.MAX_BYTES / 1024 / 1024)));
    }
    var builder = new TreeBuilder(name);
    try {
      tell(builder);
    } catch (InvalidException e) {
      boolean other = NotADocument.isKnown(text);
      return new Parsed(null, List.of(), other ? null : e);
    }
    JsonNode tree = builder.tree();
    boolean usable = tree != null && tree.isContainer() && !NotADocument.isKnown(text);
    return new Parsed(usable ? tree : null, builder.notes(), null);
  }

  private void tell(DocumentEvents events) {
    if (isJson()) {
      JsonSource.read(name, text, events);
    } else {
      YamlSource.read(name, text, events);
    }
  }

  private boolean isJson() {
    int i = start();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yamlByName = lower.endsWith(".yaml") || lower.endsWith(".yml");
    return !yamlByName
        && i < text.length()
        && (text.charAt(i) == '{' || text.charAt(i) == '[')
        && !text.startsWith("{{", i);
  }

  /** Where the text begins after blanks and comments such as JSON has in some hands. */
  private int start() {
    int i = 0;
    while (i < text.length()) {
      if (Character.isWhitespace(text.charAt(i))) {
        i++;
      } else if (text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i + 2);
        i = end < 0 ? text.length() : end + 2;
      } else {
        return i;
      }
    }
    return i;
  }
}
