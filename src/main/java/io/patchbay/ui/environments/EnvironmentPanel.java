package io.patchbay.ui.environments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Environment;
import io.patchbay.api.EnvironmentService;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One environment: its description and variables, edited in place and saved at once. */
final class EnvironmentPanel extends Div {

  private final transient Visit visit;
  private final transient EnvironmentService environments;
  private final transient Runnable onChanged;
  private final Div actions = Look.div("pb-row pb-gap-s");
  private final Div problem = Look.div("pb-band error");
  private transient Environment environment;

  /** A panel; {@code onChanged} is told when the list has to be read anew. */
  EnvironmentPanel(
      Visit visit, EnvironmentService environments, Environment environment, Runnable onChanged) {
    this.visit = visit;
    this.environments = environments;
    this.environment = environment;
    this.onChanged = onChanged;
    boolean mayEdit = visit.may(Role.EDITOR);
    var description = new TextField();
    description.setValue(environment.description());
    description.setPlaceholder("What it is for");
    description.setAriaLabel("Description of " + environment.name());
    description.addClassName("pb-cell-field");
    description.setWidthFull();
    description.setReadOnly(!mayEdit);
    description.addValueChangeListener(
        event -> save(event.getValue(), this.environment.variables()));
    var variables =
        new VariablesEditor(
            environment.variables(),
            mayEdit,
            values -> save(this.environment.description(), values));
    problem.setVisible(false);
    problem.getElement().setAttribute("role", "alert");
    if (mayEdit) {
      actions.add(
          Buttons.icon(Icons.PENCIL, "Rename " + environment.name(), this::rename),
          Look.testId(
              "delete-environment",
              Buttons.icon(Icons.TRASH_2, "Delete " + environment.name(), this::askToDelete)));
    }
    var block =
        new Block("", Look.div("pb-block-body", description, problem, variables))
            .beside(Look.span("pb-mono pb-strong", environment.name()))
            .end(actions);
    add(Look.testId("environment-" + environment.name(), block));
  }

  /** Offers to move it; null where it cannot go. */
  void move(@Nullable Runnable up, @Nullable Runnable down) {
    actions.addComponentAsFirst(arrow(Icons.ARROW_DOWN, "down", down));
    actions.addComponentAsFirst(arrow(Icons.ARROW_UP, "up", up));
  }

  private Button arrow(Icons icon, String where, @Nullable Runnable action) {
    var button =
        Buttons.icon(
            icon,
            "Move %s %s".formatted(environment.name(), where),
            action == null ? () -> {} : action);
    button.setEnabled(action != null);
    return button;
  }

  private void save(String description, Map<String, String> variables) {
    try {
      environment =
          environments.put(
              visit.access(), environment.name(), description, variables, environment.revision());
      problem.setVisible(false);
    } catch (InvalidException e) {
      say(UiErrorHandler.sentences(e));
    } catch (ConflictException e) {
      say(String.valueOf(e.getMessage()));
    }
  }

  private void say(String sentence) {
    problem.removeAll();
    problem.add(Icons.CIRCLE_X.create("pb-i14"), new Span(sentence));
    problem.setVisible(true);
  }

  private void rename() {
    String name = environment.name();
    new EnvironmentNameDialog(
            "Rename " + name,
            "Rename",
            name,
            newName -> {
              if (!newName.equals(name)) {
                environments.rename(visit.access(), name, newName);
                Toasts.success("%s is called %s now".formatted(name, newName));
                onChanged.run();
              }
            })
        .open();
  }

  private void askToDelete() {
    String name = environment.name();
    List<String> naming = environments.naming(visit.access(), name);
    if (!naming.isEmpty()) {
      var list = new UnorderedList();
      naming.forEach(user -> list.add(new ListItem(user)));
      new StillNamed(name, list).open();
      return;
    }
    new Confirm(
            "Delete environment %s?".formatted(name),
            "Its %s go. What APIs say for it stays with them.".formatted(variableCount()),
            "Delete environment",
            () -> {
              environments.delete(visit.access(), name);
              Toasts.success("Environment %s deleted".formatted(name));
              onChanged.run();
            })
        .open();
  }

  private String variableCount() {
    int count = environment.variables().size();
    return count == 1 ? "1 variable" : count + " variables";
  }
}
