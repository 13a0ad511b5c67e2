package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a form: those of first need, and the others folded below. What is hidden is kept
 * but does not count.
 */
final class FormFields extends Div {

  private final List<FormField> fields = new ArrayList<>();
  private final Div first = Look.div("pb-form");
  private final Div others = Look.div("pb-form");
  private final Details further = new Details("Further settings", others);

  FormFields() {
    addClassName("pb-credential-form");
    further.setVisible(false);
    further.addClassName("pb-further");
    Look.testId("further-settings", further);
    add(first, further);
  }

  /** Adds a field of first need. */
  <T extends FormField> T add(T field) {
    fields.add(field);
    first.add(field.component());
    return field;
  }

  /** Adds something that is no field between those of first need. */
  void between(Component component) {
    first.add(component);
  }

  /** Adds a field that most do without. */
  <T extends FormField> T addFurther(T field) {
    fields.add(field);
    others.add(field.component());
    further.setVisible(true);
    return field;
  }

  /** Adds two short fields side by side. */
  void addBeside(FormField left, FormField right) {
    fields.add(left);
    fields.add(right);
    first.add(Look.div("pb-form-two", left.component(), right.component()));
  }

  /** Moves a field next to another one, wherever that is. */
  void moveBehind(FormField field, FormField before) {
    Component component = field.component();
    component.removeFromParent();
    before
        .component()
        .getParent()
        .filter(Div.class::isInstance)
        .map(Div.class::cast)
        .ifPresent(
            place -> place.addComponentAtIndex(place.indexOf(before.component()) + 1, component));
  }

  /** Moves a field to those that most do without. */
  void moveFurther(FormField field) {
    Component component = field.component();
    if (component.getParent().filter(others::equals).isEmpty()) {
      component.removeFromParent();
      others.addComponentAsFirst(component);
    }
  }

  /** Runs on Enter in any field of one line. */
  void onEnter(Component owner, Command command) {
    fields.stream()
        .map(FormField::component)
        .filter(field -> field instanceof TextField || field instanceof PasswordField)
        .forEach(field ->
            Shortcuts.addShortcutListener(owner, command, Key.ENTER)
                .listenOn(field)
                .resetFocusOnActiveElement());
  }

  /** Opens what is folded, for it holds something. */
  void unfold() {
    further.setOpened(true);
  }

  void write(ObjectNode document) {
    fields.stream()
        .filter(field -> field.component().isVisible())
        .forEach(field -> field.write(document));
  }

  /** Shows problems at their fields; gives back those that have none. */
  List<InvalidException.Problem> mark(List<InvalidException.Problem> problems) {
    var rest = new ArrayList<InvalidException.Problem>();
    FormField firstMarked = null;
    for (InvalidException.Problem problem : problems) {
      Optional<FormField> owner = owner(problem.where());
      if (owner.isEmpty()) {
        rest.add(problem);
        continue;
      }
      owner.get().mark(problem.where(), problem.message());
      if (isFurther(owner.get())) {
        unfold();
      }
      firstMarked = firstMarked == null ? owner.get() : firstMarked;
    }
    focus(firstMarked);
    return rest;
  }

  private Optional<FormField> owner(String where) {
    return fields.stream()
        .filter(field -> field.component().isVisible() && field.owns(where))
        .findFirst();
  }

  private boolean isFurther(FormField field) {
    return field.component().getParent().filter(others::equals).isPresent();
  }

  private static void focus(@Nullable FormField field) {
    if (field != null && field.component() instanceof Focusable<?> focusable) {
      focusable.focus();
    }
  }
}
