package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Verb;
import io.patchbay.run.RunState;
import io.patchbay.run.StepState;
import java.util.Locale;

/** Verbs, states and tags: always a word, never colour alone. */
public final class Badges {

  private Badges() {}

  /** The verb of a method, all of the same width. */
  public static Span verb(Verb verb) {
    return verb(verb.name());
  }

  /** A verb by its name. */
  public static Span verb(String verb) {
    String word = verb.toUpperCase(Locale.ROOT);
    var badge =
        switch (word) {
          case "GET", "POST", "PUT", "PATCH", "DELETE" ->
              Look.span("pb-verb " + word.toLowerCase(Locale.ROOT), word);
          default -> Look.span("pb-verb other", word);
        };
    if (word.equals("DELETE")) {
      badge.setText("DEL");
      Look.title("DELETE", badge);
    }
    return badge;
  }

  /** How far a run is: icon and word. */
  public static Span state(RunState state) {
    return state(
        switch (state) {
          case QUEUED -> Icons.CIRCLE_DASHED;
          case RUNNING -> Icons.LOADER_CIRCLE;
          case WAITING -> Icons.HOURGLASS;
          case IN_DOUBT -> Icons.TRIANGLE_ALERT;
          case SUCCEEDED -> Icons.CIRCLE_CHECK;
          case FAILED -> Icons.CIRCLE_X;
          case CANCELLED -> Icons.BAN;
        },
        style(state.word()),
        capital(state.word()));
  }

  /** How far a step is: icon and word. */
  public static Span state(StepState state) {
    return state(icon(state), style(state.word()), capital(state.word()));
  }

  /** How far a step is, as an icon with a title, for dense rows. */
  public static Span stateIcon(StepState state) {
    var badge = state(icon(state), style(state.word()), "");
    badge.getElement().setAttribute("role", "img");
    badge.getElement().setAttribute("aria-label", capital(state.word()));
    return Look.title(capital(state.word()), badge);
  }

  /** Any state: {@code className} is one of the theme's, such as {@code succeeded}. */
  public static Span state(Icons icon, String className, String word) {
    var badge = Look.line("pb-state " + className, icon.create());
    if (!word.isEmpty()) {
      badge.add(new Span(word));
    }
    return badge;
  }

  /** A small label; {@code tone} is one of the theme's, such as {@code accent}, or empty. */
  public static Span tag(String tone, String text) {
    return Look.span("pb-tag " + tone, text);
  }

  private static Icons icon(StepState state) {
    return switch (state) {
      case QUEUED -> Icons.CIRCLE_DASHED;
      case RUNNING -> Icons.LOADER_CIRCLE;
      case WAITING -> Icons.HOURGLASS;
      case IN_DOUBT -> Icons.TRIANGLE_ALERT;
      case SUCCEEDED -> Icons.CIRCLE_CHECK;
      case FAILED -> Icons.CIRCLE_X;
      case SKIPPED -> Icons.CIRCLE_MINUS;
      case CANCELLED -> Icons.BAN;
    };
  }

  private static String style(String word) {
    return word.equals("inDoubt") ? "doubt" : word;
  }

  private static String capital(String word) {
    return word.equals("inDoubt")
        ? "In doubt"
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
