package io.patchbay.ui.team;

import com.vaadin.flow.component.select.Select;
import io.patchbay.common.Access.Role;

/** The roles for people: their names and what each may do. */
final class Roles {

  private Roles() {}

  static Select<Role> select() {
    var select = new Select<Role>();
    select.setItems(Role.values());
    select.setItemLabelGenerator(Roles::title);
    return select;
  }

  static String title(Role role) {
    return switch (role) {
      case VIEWER -> "Viewer";
      case OPERATOR -> "Operator";
      case EDITOR -> "Editor";
      case ADMIN -> "Admin";
    };
  }

  /** What the role may do beyond the one before it. */
  static String rights(Role role) {
    return switch (role) {
      case VIEWER -> "Sees everything but secrets.";
      case OPERATOR -> "Starts, cancels and repeats runs, too.";
      case EDITOR -> "Changes APIs, credentials and flows, and publishes.";
      case ADMIN -> "Manages members and the workspace itself, too.";
    };
  }
}
