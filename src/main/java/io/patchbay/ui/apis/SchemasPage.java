package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All shared schemas at the left, the chosen one with its users at the right. */
final class SchemasPage extends Div implements PartPage {

  private static final int MOST_USERS = 30;

  private final transient ApiDraft draft;
  private final SchemaList list;
  private final Div chosen = Look.div("pb-scroll pb-schema-place");

  SchemasPage(ApiDraft draft) {
    this.draft = draft;
    addClassName("pb-methods");
    list = new SchemaList(draft, this::openNew, this::open);
    add(list, chosen);
  }

  /** The address of a schema in the editor. */
  static String path(ApiDraft draft, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return draft.visit().path("apis", draft.ref(), encoded) + "?tab=schemas";
  }

  @Override
  public void show(String name) {
    String shown =
        name.isEmpty() ? draft.schemas().names("").stream().findFirst().orElse("") : name;
    list.mark(shown);
    chosen.removeAll();
    if (shown.isEmpty()) {
      chosen.add(
          new EmptyState(
              "No shared schemas",
              "A schema that several methods take or answer is described once, and each refers to"
                  + " it.",
              EditRights.of(draft, Buttons.neutral("Add schema", Icons.PLUS, this::openNew))));
      return;
    }
    draft
        .schemas()
        .get(shown)
        .ifPresentOrElse(
            schema -> {
              var editor =
                  new SchemaEditor(
                      shown,
                      schema,
                      draft,
                      changed -> {
                        if (changed != null) {
                          draft.schemas().save(shown, changed);
                        }
                      });
              List<String> users = draft.schemas().users(shown);
              chosen.add(head(shown, users, editor), editor, users(users));
            },
            () ->
                chosen.add(
                    new EmptyState(
                        "There is no schema '%s'".formatted(shown),
                        "It may have been deleted or renamed. Choose another one at the left.")));
  }

  private Div head(String name, List<String> users, SchemaEditor editor) {
    var title = new H2(name);
    title.addClassNames("pb-subtitle", "pb-mono", "pb-ellipsis");
    String used = users.isEmpty() ? "" : "It is used, see below, so its name stays.";
    var rename = Buttons.icon(Icons.PENCIL, "Rename schema", () -> openRename(name));
    var delete =
        Buttons.icon(
            Icons.TRASH_2,
            "Delete schema",
            () -> {
              if (draft.schemas().delete(name, () -> open(name))) {
                open("");
              }
            });
    Look.testId("delete-schema", delete);
    EditRights.of(draft, rename);
    EditRights.of(draft, delete);
    if (!used.isEmpty()) {
      rename.setEnabled(false);
      rename.setTooltipText(used);
    }
    return Look.div(
        "pb-row pb-schema-head", title, Look.line("pb-row pb-end", editor.ways(), rename, delete));
  }

  private Div users(List<String> users) {
    var all = Look.div("pb-schema-users");
    all.add(
        Look.section(
            "Used by", Look.span("pb-text-3 pb-num", users.isEmpty() ? "" : users.size() + "")));
    if (users.isEmpty()) {
      all.add(Look.div("pb-hint", new Span("No method and no other schema refers to it.")));
    }
    users.stream()
        .limit(MOST_USERS)
        .map(user ->
            draft.hasMethod(user)
                ? Look.link(
                    draft.visit().path("apis", draft.ref(), user),
                    Icons.PLUG.create("pb-i14"),
                    Look.mono(user))
                : Look.link(path(draft, user), Icons.BOX.create("pb-i14"), Look.mono(user)))
        .forEach(link -> {
          link.addClassNames("pb-list-row", "press", "pb-plain-link");
          all.add(link);
        });
    if (users.size() > MOST_USERS) {
      all.add(Look.div("pb-hint", new Span("and %,d more".formatted(users.size() - MOST_USERS))));
    }
    return all;
  }

  private void openNew() {
    new SchemaNameDialog(
            draft,
            "New schema",
            "",
            name -> draft.schemas().save(name, SchemaEditor.emptyObject()),
            this::open)
        .open();
  }

  private void openRename(String name) {
    new SchemaNameDialog(
            draft,
            "Rename schema",
            name,
            newName -> draft.schemas().rename(name, newName),
            this::open)
        .open();
  }

  private void open(String name) {
    list.load();
    getUI()
        .ifPresent(ui -> {
          String path =
              name.isEmpty()
                  ? draft.visit().path("apis", draft.ref()) + "?tab=schemas"
                  : path(draft, name);
          ui.navigate(path);
        });
  }
}
