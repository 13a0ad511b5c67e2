package io.patchbay.ui.designer.bar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.common.Access.Role;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.SetSettings;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Crumbs;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.MenuButton;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bar above the designer. */
@CssImport("./styles/designer-bar.css")
public final class DesignerBar extends Div {

  /** What the buttons of the bar do. */
  public interface Actions {
    void save();

    /** Runs from this trigger; null for the first one. */
    void run(@Nullable String trigger);

    /** Asks for the input first. */
    void runWith();

    void cancelRun();

    void publish();

    void versions();
  }

  private static final int PAUSE_MS = 400;

  private final Drawing drawing;
  private final Actions actions;
  private final Visit visit;
  private final Span live = Look.line("pb-tag success");
  private final Span draft = Look.line("pb-tag accent");
  private final NativeButton saved = new NativeButton();
  private final Input name = new Input();
  private final EnvironmentSelect environment;
  private final Button run;
  private final Button cancel;
  private final MenuButton runMenu = new MenuButton(Icons.CHEVRON_DOWN, "Run from, run with");
  private final Button publish;

  /**
   * The bar.
   *
   * @param environments the names of the workspace's environments, to run in
   */
  public DesignerBar(Visit visit, Drawing drawing, List<String> environments, Actions actions) {
    this.visit = visit;
    this.drawing = drawing;
    this.actions = actions;
    addClassNames("pb-bar", "pb-dz-bar");
    environment = new EnvironmentSelect(environments, "As the trigger says", null);
    environment.setTooltipText("The environment of runs that you start here");
    environment.addClassName("pb-dz-environment");
    environment.addValueChangeListener(event -> drawing.setEnvironment(environment.environment()));
    saved.addClassName("pb-dz-saved");
    saved.getElement().setAttribute("data-key", "Ctrl+s");
    saved.getElement().setAttribute("title", "Save now (Ctrl S)");
    saved.addClickListener(event -> actions.save());
    Look.testId("saved", saved);
    run =
        Buttons.key(
            Buttons.neutral("Run", Icons.PLAY, () -> actions.run(null)), "Ctrl+Enter", "Ctrl ↵");
    cancel = Buttons.danger("Cancel run", Icons.SQUARE, actions::cancelRun);
    cancel.setVisible(false);
    publish = Buttons.primary("Publish", null, actions::publish);
    publish.setTooltipText("Publish (Shift P)");
    publish.getElement().setAttribute("data-designer-key", "Shift+P");
    Look.testId("run", run);
    Look.testId("cancel-run", cancel);
    Look.testId("publish", publish);
    visit.needs(Role.OPERATOR, run);
    visit.needs(Role.EDITOR, publish);
    Look.testId("live-version", live);
    Look.testId("draft-changes", draft);
    add(crumbs(), live, draft, saved, right());
    if (drawing.readOnly()) {
      saved.setVisible(false);
      add(Look.span("pb-tag", "Read only"));
    }
    drawing.listen(change -> {
      if (change == Drawing.Change.RELOADED || change == Drawing.Change.FLOW) {
        showName();
        showTriggers();
      }
    });
    showTriggers();
  }

  /** Shows which version is live and how much the draft differs from it. */
  public void showVersions(@Nullable Integer liveVersion, int changes) {
    live.removeAll();
    live.setVisible(liveVersion != null);
    if (liveVersion != null) {
      live.add(Icons.RADIO.create("pb-i12"), new Span("v%d live".formatted(liveVersion)));
    }
    draft.removeAll();
    draft.setVisible(liveVersion == null || changes > 0);
    draft.add(
        new Span(
            liveVersion == null
                ? "Not published"
                : changes == 1 ? "Draft, 1 change" : "Draft, %d changes".formatted(changes)));
  }

  /** Shows how saving stands, for example {@code Saved}. */
  public void showSaved(String text, boolean wrong) {
    saved.setText(text);
    saved.setClassName("wrong", wrong);
  }

  /** Shows whether a run is under way. */
  public void showRunning(boolean running) {
    run.setVisible(!running);
    runMenu.setVisible(!running);
    cancel.setVisible(running);
  }

  private Crumbs crumbs() {
    name.setValue(drawing.flow().name());
    name.setReadOnly(drawing.readOnly());
    name.addClassName("pb-dz-flow-name");
    name.getElement().setAttribute("aria-label", "Name of the flow");
    name.getElement().setAttribute("spellcheck", "false");
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.setValueChangeTimeout(PAUSE_MS);
    name.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        drawing.apply(
            new SetSettings(
                event.getValue(),
                drawing.flow().description(),
                drawing.flow().effectiveSettings()));
      }
    });
    Look.testId("flow-title", name);
    return new Crumbs().to(visit.path("flows"), "Flows").here(name);
  }

  private void showName() {
    if (!name.getValue().equals(drawing.flow().name())) {
      name.setValue(drawing.flow().name());
    }
  }

  private Div right() {
    var menu = new MenuButton(Icons.CHEVRON_DOWN, "Versions");
    menu.addThemeVariants(ButtonVariant.PRIMARY);
    menu.item("Versions…", actions::versions);
    Look.testId("versions", menu);
    Look.testId("run-menu", runMenu);
    visit.needs(Role.OPERATOR, runMenu);
    return Look.div(
        "pb-row pb-end",
        environment,
        Look.div("pb-split", run, runMenu),
        cancel,
        Look.div("pb-split", publish, menu));
  }

  private void showTriggers() {
    runMenu.clear();
    for (Trigger trigger : drawing.flow().triggers()) {
      runMenu.item("Run from '%s'".formatted(trigger.label()), () -> actions.run(trigger.id()));
    }
    runMenu.item("Run with other input…", actions::runWith);
  }
}
