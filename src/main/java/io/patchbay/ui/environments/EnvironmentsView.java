package io.patchbay.ui.environments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.api.Environment;
import io.patchbay.api.EnvironmentService;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The environments of a workspace, in their order, each with its variables. */
@Route(":workspace/environments")
@PageTitle("Environments · Patchbay")
@PermitAll
@StyleSheet("context://assets/theme/environments.css")
class EnvironmentsView extends Div implements BeforeEnterObserver {

  private final transient EnvironmentService environments;
  private final transient Visits visits;
  private final Div content = Look.div("pb-scroll");

  EnvironmentsView(EnvironmentService environments, Visits visits) {
    this.environments = environments;
    this.visits = visits;
    addClassName("pb-page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit visit = visits.of(event);
    removeAll();
    add(new PageHead("Environments", newButton(visit)), content);
    show(visit);
  }

  private void show(Visit visit) {
    List<Environment> all = environments.list(visit.access());
    content.removeAll();
    if (all.isEmpty()) {
      content.add(
          new EmptyState(
              "No environments yet",
              "An environment such as staging or production names variables. Each API says which"
                  + " address and credential it uses there; runs and webhooks choose one."));
      return;
    }
    var page = Look.div("pb-tab-page pb-environments");
    for (int i = 0; i < all.size(); i++) {
      page.add(panel(visit, all, i));
    }
    content.add(page);
  }

  private EnvironmentPanel panel(Visit visit, List<Environment> all, int index) {
    var panel = new EnvironmentPanel(visit, environments, all.get(index), () -> show(visit));
    if (visit.may(Role.EDITOR)) {
      panel.move(
          index == 0 ? null : () -> swap(visit, all, index, index - 1),
          index == all.size() - 1 ? null : () -> swap(visit, all, index, index + 1));
    }
    return panel;
  }

  private void swap(Visit visit, List<Environment> all, int one, int other) {
    var names = new ArrayList<>(all.stream().map(Environment::name).toList());
    Collections.swap(names, one, other);
    environments.order(visit.access(), names);
    show(visit);
  }

  private Button newButton(Visit visit) {
    Button button =
        Buttons.primary(
            "New environment",
            Icons.PLUS,
            () ->
                new EnvironmentNameDialog(
                        "New environment",
                        "Create environment",
                        "",
                        name -> {
                          environments.put(visit.access(), name, "", Map.of(), 0L);
                          show(visit);
                        })
                    .open());
    return visit.needs(Role.EDITOR, Look.testId("new-environment", Buttons.key(button, "n", "")));
  }
}
