package io.patchbay.ui.apis;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ResponseShape;
import io.patchbay.api.Verb;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.Json;
import io.patchbay.http.ApiRequest;
import io.patchbay.http.ApiResponse;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls a method by hand, on the very way that runs take, and shows all that happened. */
final class TryPanel extends Aside {

  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final transient ApiDraft draft;
  private final transient EditorParts parts;
  private final String name;
  private final TryInputs inputs = new TryInputs();
  private final Div result = Look.div("pb-try-result");
  private final Span credential = Look.line("pb-row");
  private final Button send;
  private transient @Nullable Thread calling;

  TryPanel(ApiDraft draft, String name, EditorParts parts) {
    this.draft = draft;
    this.parts = parts;
    this.name = name;
    addClassName("pb-try");
    getElement().setAttribute("aria-label", "Try");
    var title = new H2("Try");
    title.addClassName("pb-subtitle");
    send = Buttons.primary("Send", Icons.SEND, this::sendOrCancel);
    Buttons.key(send, "Ctrl+Enter", "Ctrl ↵");
    Look.testId("try-send", send);
    var head = Look.div("pb-row pb-try-head", title);
    head.add(credential);
    head.add(Look.line("pb-row pb-end", draft.visit().needs(Role.OPERATOR, send)));
    result.getElement().setAttribute("aria-live", "polite");
    add(head, Look.div("pb-scroll pb-try-body", inputs, result));
    methodChanged();
    showNothing();
  }

  /** Shows the credential that is sent: it may have changed while another tab was open. */
  @Override
  protected void onAttach(AttachEvent event) {
    credential.removeAll();
    draft
        .api()
        .auth()
        .credentialName()
        .ifPresent(name -> {
          var tag = Badges.tag("line", name);
          tag.addComponentAsFirst(Icons.KEY_ROUND.create());
          credential.add(Look.title("The credential that is sent", tag));
        });
  }

  /** Follows a change of the method. */
  void methodChanged() {
    method().ifPresent(method -> inputs.show(method, draft.schemas()::resolve));
    if (inputs.isEmpty()) {
      inputs.add(TryInputs.nothing());
    }
  }

  /** Whether flows call the method. */
  boolean uses(String method) {
    return parts.apis().uses(draft.visit().access(), draft.ref()).stream()
        .anyMatch(use -> use.method().equals(method));
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
      method().ifPresent(this::call);
    }
  }

  private void call(ApiMethod method) {
    Access access = draft.visit().access();
    access.require(Role.OPERATOR);
    var request =
        new ApiRequest(
            access.workspace(),
            access.workspace(),
            draft.api(),
            method,
            inputs.values(),
            inputs.bodyValue(),
            List.of(),
            Map.of(),
            PATIENCE);
    result.removeAll();
    result.add(
        Look.div(
            "pb-try-waiting",
            Badges.state(Icons.LOADER_CIRCLE, "running", "Waiting for the answer")));
    send.setText("Cancel");
    UI ui = UI.getCurrent();
    calling =
        Thread.ofVirtual()
            .name("try " + method.name())
            .start(() -> {
              ApiResponse response = parts.client().call(request);
              var _ = ui.access(() -> show(response));
            });
  }

  private void show(ApiResponse response) {
    calling = null;
    send.setText("Send");
    result.removeAll();
    result.add(new TryResult(response, parts.times(), draft.mayEdit() ? this::useAsExample : null));
  }

  private void useAsExample(ApiResponse response) {
    JsonNode example = Json.toTree(response.body());
    String status = String.valueOf(response.status());
    draft.changeMethod(
        name,
        m -> m.with(parts -> parts.responses = withExample(parts.responses, status, example)));
    Toasts.success("Sample and schema of response %s saved".formatted(status));
  }

  private static List<ResponseShape> withExample(
      List<ResponseShape> before, String status, JsonNode example) {
    var responses = new ArrayList<ResponseShape>();
    boolean found = false;
    for (ResponseShape response : before) {
      boolean same = response.status().equals(status);
      found |= same;
      responses.add(same ? ResponsesTab.withExample(response, example) : response);
    }
    if (!found) {
      responses.add(
          ResponsesTab.withExample(new ResponseShape(status, null, null, null, null), example));
    }
    return responses;
  }
}
