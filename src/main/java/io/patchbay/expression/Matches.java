package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes from one match of a regular expression to the next, whichever engine finds them. */
interface Matches {

  /** Goes to the next match; false when there is none. */
  boolean next();

  int start();

  int end();

  /** The text of a group, 0 for the whole match; null when it took no part. */
  @Nullable String group(int index);

  int groupCount();

  /** The text of the whole match. */
  default String text() {
    String text = group(0);
    return text == null ? "" : text;
  }

  /** As {@link #next}, but a match without any characters is an error, as in JSONata. */
  default boolean nextWithText() {
    if (!next()) {
      return false;
    }
    if (start() == end()) {
      throw new JException("D1004", -1);
    }
    return true;
  }

  /** The texts of all groups without the whole match; null for one that took no part. */
  default List<@Nullable String> groups() {
    var groups = new ArrayList<@Nullable String>(groupCount());
    for (int i = 1; i <= groupCount(); i++) {
      groups.add(group(i));
    }
    return groups;
  }

  static Matches of(java.util.regex.Matcher matcher) {
    return new Matches() {
      @Override
      public boolean next() {
        return matcher.find();
      }

      @Override
      public int start() {
        return matcher.start();
      }

      @Override
      public int end() {
        return matcher.end();
      }

      @Override
      public @Nullable String group(int index) {
        return matcher.group(index);
      }

      @Override
      public int groupCount() {
        return matcher.groupCount();
      }
    };
  }

  static Matches of(com.google.re2j.Matcher matcher) {
    return new Matches() {
      @Override
      public boolean next() {
        return matcher.find();
      }

      @Override
      public int start() {
        return matcher.start();
      }

      @Override
      public int end() {
        return matcher.end();
      }

      @Override
      public @Nullable String group(int index) {
        return matcher.group(index);
      }

      @Override
      public int groupCount() {
        return matcher.groupCount();
      }
    };
  }
}
