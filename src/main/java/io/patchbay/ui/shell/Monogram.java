package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tile of an API: two letters on one of seven soft grounds, always the same for its slug. */
public final class Monogram extends Span {

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final int TONES = 7;

  /**
   * The tile.
   *
   * @param size {@code xs}, {@code l} or empty for the usual 22 px
   */
  public Monogram(String name, String slug, String size) {
    super(letters(name.isBlank() ? slug : name));
    addClassNames("pb-mono-tile", "tone-" + tone(slug));
    if (!size.isEmpty()) {
      addClassName(size);
    }
    getElement().setAttribute("aria-hidden", "true");
  }

  /** The tile of a person, round. */
  public static Span avatar(String name, String size) {
    var avatar = Look.span("pb-avatar tone-" + Math.floorMod(name.hashCode(), 4), letters(name));
    if (!size.isEmpty()) {
      avatar.addClassName(size);
    }
    avatar.getElement().setAttribute("aria-hidden", "true");
    return avatar;
  }

  /** The ground of an API's tile, 0 to 6. */
  public static int tone(String slug) {
    return Math.floorMod(slug.hashCode(), TONES);
  }

  /** Two letters for a name: the first ones of two words, or of the only one. */
  public static String letters(String name) {
    String[] words =
        BETWEEN_WORDS
            .splitAsStream(name.strip())
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    if (words.length == 0) {
      return "?";
    }
    String letters =
        words.length == 1 ? first(words[0], 2) : first(words[0], 1) + first(words[1], 1);
    return letters.toUpperCase(Locale.ROOT);
  }

  private static String first(String word, int count) {
    return word.substring(
        0, word.offsetByCodePoints(0, Math.min(count, word.codePointCount(0, word.length()))));
  }
}
