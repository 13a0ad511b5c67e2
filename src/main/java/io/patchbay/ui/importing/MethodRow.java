package io.patchbay.ui.importing;

import io.patchbay.api.ApiMethod;
import io.patchbay.importing.ImportIssue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line in the list of methods. Each is its own self, so that a list compares them quickly. */
sealed interface MethodRow {

  /** A tag, over its methods. */
  final class Group implements MethodRow {

    private final String tag;
    private final List<Method> methods;

    Group(String tag, List<Method> methods) {
      this.tag = tag;
      this.methods = methods;
    }

    String tag() {
      return tag;
    }

    List<Method> methods() {
      return methods;
    }
  }

  /** A method that can be taken. */
  final class Method implements MethodRow {

    private final ApiMethod method;
    private final @Nullable ImportIssue worst;
    private final String text;

    Method(ApiMethod method, @Nullable ImportIssue worst) {
      this.method = method;
      this.worst = worst;
      this.text =
          String.join(" ", method.verb().name(), method.path(), method.name(), method.label())
              .toLowerCase(Locale.ROOT);
    }

    ApiMethod method() {
      return method;
    }

    /** What was changed of it the most; absent when nothing was. */
    @Nullable ImportIssue worst() {
      return worst;
    }

    /** Whether it has all these words, which are in lower case. */
    boolean holds(String words) {
      for (String word : words.split(" ")) {
        if (!text.contains(word)) {
          return false;
        }
      }
      return true;
    }
  }

  /** An operation that could not be taken. */
  final class LeftOut implements MethodRow {

    private final String verb;
    private final String path;
    private final ImportIssue issue;

    LeftOut(String verb, String path, ImportIssue issue) {
      this.verb = verb;
      this.path = path;
      this.issue = issue;
    }

    /** Empty where the place of the issue does not tell. */
    String verb() {
      return verb;
    }

    String path() {
      return path;
    }

    ImportIssue issue() {
      return issue;
    }
  }
}
