package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.Step;
import io.patchbay.ui.shell.Icons;
import java.util.Locale;

/**
 * All that the designer knows of one kind of step beside its document: how it is called, how a new
 * one looks, and the form in the inspector. A bean for each kind.
 */
public interface StepForm<S extends Step> {

  /** Where it stands in the palette. */
  enum Group {
    /** Among the APIs, as their methods. */
    APIS,
    LOGIC,
    CUSTOMIZATIONS
  }

  Class<S> type();

  /** The name of the kind in documents. */
  String kind();

  /** The name of the kind for people. */
  String title();

  Icons icon();

  /** What steps of this kind do, in one sentence; empty where the title says it all. */
  default String sentence() {
    return "";
  }

  Group group();

  /** Other words that people search it by, in lower case, separated by spaces. */
  default String synonyms() {
    return "";
  }

  /** Whether a search for these words, in lower case, finds it. */
  default boolean matches(String words) {
    return (title() + " " + kind() + " " + synonyms()).toLowerCase(Locale.ROOT).contains(words);
  }

  /** A new step without any setting. */
  S create(String id);

  /** Fills the inspector for a step. */
  void fill(FormTabs tabs, StepEditor<S> editor);
}
