package io.patchbay.ui.apis;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.patchbay.api.ApiUse;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.credentials.CredentialDialog;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Crumbs;
import io.patchbay.ui.shell.EditorPage;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.JsonTree;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One API: its methods with the try panel, its connection, auth, customizations and uses. */
@Route(":workspace/apis/:api/:method?")
@PermitAll
@Uses(Button.class)
@Uses(Checkbox.class)
@Uses(CheckboxGroup.class)
@Uses(ComboBox.class)
@Uses(MultiSelectComboBox.class)
@Uses(Details.class)
@Uses(Dialog.class)
@Uses(Grid.class)
@Uses(Markdown.class)
@Uses(MasterDetailLayout.class)
@Uses(ProgressBar.class)
@Uses(RadioButtonGroup.class)
@Uses(Select.class)
@Uses(SplitLayout.class)
@Uses(Tab.class)
@Uses(Tabs.class)
@Uses(IntegerField.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(Upload.class)
@Uses(CodeEditor.class)
@Uses(CredentialDialog.class)
@Uses(JsonTree.class)
@JsModule("./dndConnector.js")
@StyleSheet("context://assets/theme/apis.css")
@StyleSheet("context://assets/theme/importing.css")
@StyleSheet("context://assets/theme/customizing.css")
class ApiEditorView extends Div implements BeforeEnterObserver, HasDynamicTitle, EditorPage {

  private static final String TAB = "tab";

  private final transient Visits visits;
  private final transient EditorParts parts;
  private final transient List<ApiTab> tabs;
  private final transient List<ApiBanner> banners;
  private final Div content = Look.div("pb-editor-content");
  private final Span saved = Look.span("pb-text-3 pb-small", "");
  private final Div notice = Look.div("");
  private transient @Nullable ApiDraft draft;
  private @Nullable EditorTabs strip;
  private String shown = "";
  private String part = "";

  ApiEditorView(Visits visits, EditorParts parts, List<ApiTab> tabs, List<ApiBanner> banners) {
    this.visits = visits;
    this.parts = parts;
    this.banners = banners;
    this.tabs = tabs.stream().sorted(Comparator.comparingInt(ApiTab::order)).toList();
    addClassName("pb-page");
    saved.getElement().setAttribute("role", "status");
    saved.setId("saved");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit visit = visits.of(event);
    String ref = event.getRouteParameters().get("api").orElse("");
    part = event.getRouteParameters().get("method").orElse("");
    ApiDraft open = draft;
    if (open == null
        || !open.ref().equals(ref)
        || !open.visit().workspace().equals(visit.workspace())) {
      load(visit, ref);
    }
    show(event.getLocation().getQueryParameters().getSingleParameter(TAB).orElse(""));
  }

  @Override
  public String getPageTitle() {
    return (draft == null ? "API" : draft.api().name()) + " · Patchbay";
  }

  private void load(Visit visit, String ref) {
    var now = new ApiDraft(visit, parts.editing(), parts.apis(), ref, () -> loadAgain(visit, ref));
    draft = now;
    now.listen((state, message) -> showSaved(now, state, message));
    saved.setText(now.mayEdit() ? "Saved" : "You can look, not change");
    notice.removeAll();
    removeAll();
    var all = new EditorTabs(now, tabs, tab -> getUI().ifPresent(ui -> goTo(ui, now, tab)));
    strip = all;
    shown = "";
    add(bar(visit, now), notice);
    banners.forEach(banner -> banner.create(now).ifPresent(this::add));
    add(all, content);
  }

  private void loadAgain(Visit visit, String ref) {
    String before = shown;
    load(visit, ref);
    show(before);
  }

  private static void goTo(UI ui, ApiDraft open, ApiTab tab) {
    ui.navigate(open.visit().path("apis", open.ref()), QueryParameters.of(TAB, tab.id()));
  }

  /** Shows a tab; the first one where there is none of that name. */
  private void show(String id) {
    ApiDraft open = draft;
    EditorTabs all = strip;
    if (open == null || all == null) {
      return;
    }
    ApiTab tab = all.choose(id);
    if (!tab.id().equals(shown)) {
      shown = tab.id();
      content.removeAll();
      content.add(tab.create(open));
    }
    content
        .getChildren()
        .filter(PartPage.class::isInstance)
        .map(PartPage.class::cast)
        .forEach(page -> page.show(part));
  }

  private Header bar(Visit visit, ApiDraft open) {
    var name = Look.span("pb-strong", open.api().name());
    open.listen((state, message) -> name.setText(open.api().name()));
    var crumbs =
        new Crumbs()
            .to(visit.path("apis"), "APIs")
            .here(new Monogram(open.api().name(), open.ref(), "xs"), name);
    var more = Buttons.icon(Icons.ELLIPSIS, "More", () -> {});
    var menu = new ContextMenu(more);
    menu.setOpenOnClick(true);
    menu.addItem(
            "Delete API",
            event ->
                DeleteApi.ask(
                    visit,
                    parts.apis(),
                    open.ref(),
                    open.api().name(),
                    () -> getUI().ifPresent(ui -> ui.navigate(visit.path("apis")))))
        .setEnabled(visit.may(Role.EDITOR) && open.stored().share() == null);
    long flows =
        parts.apis().uses(visit.access(), open.ref()).stream().map(ApiUse::flow).distinct().count();
    var uses =
        Look.span(
            "pb-small pb-text-2",
            flows == 0
                ? "Not used yet"
                : flows == 1 ? "Used by 1 flow" : "Used by %d flows".formatted(flows));
    var published = parts.versions().list(visit.access(), open.ref());
    var bar =
        new Header(
            crumbs, new VersionBadge(open, published), uses, Look.line("pb-end", saved, more));
    bar.addClassName("pb-bar");
    return bar;
  }

  private void showSaved(ApiDraft open, ApiDraft.State state, String message) {
    notice.removeAll();
    saved.setText(state == ApiDraft.State.SAVED ? "Saved" : "Not saved");
    saved.getElement().getClassList().set("pb-error-text", state != ApiDraft.State.SAVED);
    if (state != ApiDraft.State.SAVED) {
      var band =
          Look.div(
              "pb-band pb-notice " + (state == ApiDraft.State.STALE ? "warning" : "error"),
              Icons.TRIANGLE_ALERT.create(),
              Look.span("pb-grow", message));
      if (state == ApiDraft.State.STALE) {
        band.add(Buttons.link("Load it again", open::reload));
      }
      band.getElement().setAttribute("role", "alert");
      notice.add(band);
    }
  }
}
