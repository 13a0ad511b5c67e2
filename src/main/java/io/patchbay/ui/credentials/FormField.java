package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import tools.jackson.databind.node.ObjectNode;

/** A field of a form, under the name that documents and problems have for it. */
interface FormField {

  /** The name in documents; a dot leads into an object, as in {@code assertion.keyId}. */
  String name();

  Component component();

  /** Puts what was filled in into the document. */
  void write(ObjectNode document);

  /**
   * Shows a problem.
   *
   * @param where the whole name of the problem, such as {@code resources[1]}
   */
  void mark(String where, String message);

  /** Whether a problem of that name belongs here. */
  default boolean owns(String where) {
    return where.equals(name()) || where.startsWith(name() + "[") || where.startsWith(name() + ".");
  }

  /** Shows a message at a component that can. */
  static void show(HasValidation field, String message) {
    field.setErrorMessage(message);
    field.setInvalid(true);
  }

  /** Puts a value under a name whose dots lead into objects. */
  static void put(ObjectNode document, String name, String value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      document.put(name, value);
    } else {
      put(document.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), value);
    }
  }
}
