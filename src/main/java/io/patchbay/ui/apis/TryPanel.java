package io.patchbay.ui.apis;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiUse;
import io.patchbay.api.Environment;
import io.patchbay.api.Verb;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.http.TryOutcome;
import io.patchbay.http.TryRequest;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls a method by hand, on the very way that runs take, and shows all that happened. */
final class TryPanel extends Aside {

  private final transient ApiDraft draft;
  private final transient EditorParts parts;
  private final String name;
  private final TryInputs inputs;
  private final Div result = Look.div("pb-try-result");
  private final TryHistory history;
  private final Span credential = Look.line("pb-row");
  private final Select<Environment> environment = new Select<>();
  private final Button send;
  private transient @Nullable Thread calling;

  TryPanel(ApiDraft draft, String name, EditorParts parts) {
    this.draft = draft;
    this.parts = parts;
    this.name = name;
    inputs = new TryInputs(draft.schemas()::resolve);
    history = new TryHistory(draft, parts, name, this::open);
    addClassName("pb-try");
    getElement().setAttribute("aria-label", "Try");
    var title = new H2("Try");
    title.addClassName("pb-subtitle");
    send = Buttons.primary("Send", Icons.SEND, this::sendOrCancel);
    Buttons.key(send, "Ctrl+Enter", "Ctrl ↵");
    Look.testId("try-send", send);
    environments();
    var end = Look.line("pb-row pb-end", environment, draft.visit().needs(Role.OPERATOR, send));
    result.getElement().setAttribute("aria-live", "polite");
    add(
        Look.div("pb-row pb-try-head", title, credential, end),
        Look.div("pb-scroll pb-try-body", inputs, result, history));
    methodChanged();
    showNothing();
  }

  private void environments() {
    List<Environment> all = parts.environments().list(draft.visit().access());
    environment.setItems(all);
    environment.setItemLabelGenerator(one -> one == null ? "No environment" : one.name());
    environment.setEmptySelectionAllowed(true);
    environment.setEmptySelectionCaption("No environment");
    environment.setAriaLabel("Environment");
    environment.setPlaceholder("No environment");
    environment.setVisible(!all.isEmpty());
    environment.setWidth("136px");
    Look.testId("try-environment", environment);
  }

  /** Shows the credential that is sent: it may have changed while another tab was open. */
  @Override
  protected void onAttach(AttachEvent event) {
    credential.removeAll();
    draft
        .api()
        .auth()
        .credentialName()
        .ifPresent(one -> {
          var tag = Badges.tag("line", one);
          tag.addComponentAsFirst(Icons.KEY_ROUND.create());
          credential.add(Look.title("The credential that is sent", tag));
        });
  }

  /** Follows a change of the method. */
  void methodChanged() {
    method().ifPresent(inputs::show);
  }

  /** Who calls the method. */
  List<ApiUse> uses(String method) {
    return parts.apis().uses(draft.visit().access(), draft.ref()).stream()
        .filter(use -> use.method().equals(method))
        .toList();
  }

  private Optional<ApiMethod> method() {
    return draft.method(name);
  }

  private void showNothing() {
    result.removeAll();
    boolean changes =
        method().map(ApiMethod::verb).filter(v -> v != Verb.GET && v != Verb.HEAD).isPresent();
    result.add(
        new EmptyState(
            "Nothing sent yet",
            changes
                ? "Sends a real request, which may change data at the API."
                : "The request as sent, the response and where the time went show up here."));
  }

  private void sendOrCancel() {
    Thread running = calling;
    if (running != null) {
      running.interrupt();
    } else if (inputs.check()) {
      Environment chosen = environment.getValue();
      call(inputs.request(chosen == null ? null : chosen.name()));
    }
  }

  private void call(TryRequest request) {
    var access = draft.visit().access();
    access.require(Role.OPERATOR);
    ApiMethod unsaved = draft.isUnsaved(name) ? method().orElse(null) : null;
    result.removeAll();
    result.add(
        Look.div(
            "pb-try-waiting",
            Badges.state(Icons.LOADER_CIRCLE, "running", "Waiting for the answer")));
    send.setText("Cancel");
    UI ui = UI.getCurrent();
    calling =
        Thread.ofVirtual()
            .name("try " + name)
            .start(() -> {
              try {
                TryOutcome outcome =
                    unsaved == null
                        ? parts.tries().attempt(access, draft.ref(), name, request)
                        : parts.tries().attempt(access, draft.ref(), unsaved, request);
                var _ = ui.access(() -> came(outcome));
              } catch (InvalidException e) {
                var _ = ui.access(() -> failed(UiErrorHandler.sentences(e)));
              } catch (NotFoundException e) {
                var _ = ui.access(() -> failed(String.valueOf(e.getMessage())));
              }
            });
  }

  private void failed(String message) {
    done();
    result.removeAll();
    result.add(Look.div("pb-band error", Icons.CIRCLE_X.create("pb-i14"), new Span(message)));
  }

  private void came(TryOutcome outcome) {
    done();
    show(outcome);
    history.load();
  }

  private void done() {
    calling = null;
    send.setText("Send");
  }

  /** Shows an earlier try and fills in what it was tried with. */
  private void open(TryOutcome earlier, boolean repeat) {
    inputs.show(earlier.request());
    environment.setValue(
        environment
            .getListDataView()
            .getItems()
            .filter(one -> one.name().equals(earlier.request().environment()))
            .findFirst()
            .orElse(null));
    if (!earlier.leftOut().isEmpty()) {
      Toasts.success("Not kept, give again: " + String.join(", ", earlier.leftOut()));
    }
    if (repeat && earlier.leftOut().isEmpty()) {
      sendOrCancel();
    } else {
      show(earlier);
    }
  }

  private void show(TryOutcome outcome) {
    result.removeAll();
    result.add(
        new TryResult(outcome, parts.times(), new TryLessons(draft, name, () -> show(outcome))));
  }
}
