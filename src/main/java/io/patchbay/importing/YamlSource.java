package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the first document of a YAML 1.2 text. Keys are always text, tags make no objects, and a
 * list or object cannot be a key.
 */
final class YamlSource {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(2 * ImportRequest.MAX_BYTES)
          .setBufferSize(16 * 1024)
          .setUseMarks(true)
          .build();

  private final String name;
  private final DocumentEvents events;
  private final Map<String, String> keys = new HashMap<>();

  private final Deque<Next> open = new ArrayDeque<>();

  /** What comes next in an object or list that is open. */
  private enum Next {
    KEY,
    VALUE,
    ELEMENT
  }

  private YamlSource(String name, DocumentEvents events) {
    this.name = name;
    this.events = events;
  }

  /**
   * Tells {@code events} what the text holds.
   *
   * @throws InvalidException with line and column, when it is not YAML
   */
  static void read(String name, String text, DocumentEvents events) {
    try {
      new YamlSource(name, events).read(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
    } catch (MarkedYamlEngineException e) {
      throw new InvalidException(
          name,
          "This is no valid YAML%s: %s."
              .formatted(
                  e.getProblemMark().or(e::getContextMark).map(YamlSource::place).orElse(""),
                  problem(e)));
    } catch (ReaderException e) {
      throw new InvalidException(
          name,
          "This is no valid YAML at line %,d: the character U+%04X may not stand there."
              .formatted(lineOf(text, e.getPosition()), e.getCodePoint()));
    } catch (YamlEngineException e) {
      throw new InvalidException(name, "This is no valid YAML: %s.".formatted(e.getMessage()));
    }
  }

  private void read(ParserImpl parser) {
    int documents = 0;
    while (parser.hasNext()) {
      Event event = parser.next();
      if (event instanceof DocumentStartEvent && ++documents > 1) {
        events.note("The file holds several YAML documents; only the first was read.", line(event));
        return;
      }
      tell(event);
    }
  }

  private void tell(Event event) {
    switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case AliasEvent alias -> {
        String anchor = alias.getAlias().getValue();
        if (isKey()) {
          throw refused(event, "an alias cannot be a key");
        }
        events.alias(anchor, line(event), column(event));
        valueDone();
      }
      case MappingStartEvent start -> {
        refuseKey(event);
        events.startObject(anchor(start), line(event), column(event));
        open.push(Next.KEY);
      }
      case SequenceStartEvent start -> {
        refuseKey(event);
        events.startList(anchor(start), line(event), column(event));
        open.push(Next.ELEMENT);
      }
      default -> {
        if (event.getEventId() == Event.ID.MappingEnd
            || event.getEventId() == Event.ID.SequenceEnd) {
          open.pop();
          events.end();
          valueDone();
        }
      }
    }
  }

  private void scalar(ScalarEvent scalar) {
    if (!isKey()) {
      events.scalar(YamlScalar.of(scalar), anchor(scalar), line(scalar), column(scalar));
      valueDone();
      return;
    }
    String text = scalar.getValue();
    if (scalar.isPlain() && text.equals("<<")) {
      events.mergeKey(line(scalar));
    } else {
      events.key(keys.computeIfAbsent(text, key -> key), line(scalar));
    }
    open.pop();
    open.push(Next.VALUE);
  }

  private void valueDone() {
    if (open.peek() == Next.VALUE) {
      open.pop();
      open.push(Next.KEY);
    }
  }

  private boolean isKey() {
    return open.peek() == Next.KEY;
  }

  private void refuseKey(Event event) {
    if (isKey()) {
      throw refused(event, "a list or an object cannot be a key");
    }
  }

  private InvalidException refused(Event event, String why) {
    return new InvalidException(
        name,
        "This YAML cannot be read%s: %s."
            .formatted(event.getStartMark().map(YamlSource::place).orElse(""), why));
  }

  private static @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }

  private static int line(Event event) {
    Optional<Mark> mark = event.getStartMark();
    return mark.isPresent() ? mark.get().getLine() + 1 : 0;
  }

  private static int column(Event event) {
    Optional<Mark> mark = event.getStartMark();
    return mark.isPresent() ? mark.get().getColumn() + 1 : 0;
  }

  private static String place(Mark mark) {
    return " at line %,d, column %,d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String problem(MarkedYamlEngineException e) {
    String context = e.getContext();
    String problem = e.getProblem() == null ? "it cannot be understood" : e.getProblem();
    return context == null || context.isBlank() ? problem : context.strip() + ", " + problem;
  }

  private static int lineOf(String text, int position) {
    return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
  }
}
