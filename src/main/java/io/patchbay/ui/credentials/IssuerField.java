package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.OAuthClient.ClientAuth;
import io.patchbay.http.Discovery;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Work;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The authorization server: asked for its addresses, it fills in the others. */
final class IssuerField implements FormField {

  private static final int MOST_TAGS = 12;

  private final FormHelp help;
  private final Consumer<Discovery> onFound;
  private final String grant;
  private final TextFormField text;
  private final Button discover;
  private final Div result = Look.div("pb-discovered");
  private final Div component;
  private final Work work = new Work();

  /**
   * The field.
   *
   * @param grant the grant that the kind needs, as servers name it
   */
  IssuerField(@Nullable String value, String grant, FormHelp help, Consumer<Discovery> onFound) {
    this.help = help;
    this.onFound = onFound;
    this.grant = grant;
    this.text =
        new TextFormField("issuer", "Authorization server", value)
            .like("https://login.example.com")
            .help("Its issuer or address. Discover fills in the addresses below.")
            .mono();
    this.discover = Buttons.neutral("Discover", Icons.SEARCH, this::discover);
    Look.testId("discover", discover);
    result.getElement().setAttribute("aria-live", "polite");
    component = Look.div("pb-issuer", Look.div("pb-issuer-row", text.field(), discover), result);
  }

  private void discover() {
    result.removeAll();
    if (text.value().isEmpty()) {
      FormField.show(text.field(), "Enter the issuer, such as https://login.example.com.");
      return;
    }
    text.field().setInvalid(false);
    discover.setEnabled(false);
    result.add(Badges.state(Icons.LOADER_CIRCLE, "running", "Asking " + text.value()));
    String issuer = text.value();
    work.start(UI.getCurrent(), () -> help.discover(issuer), this::found, this::failed);
  }

  private void found(Discovery discovery) {
    discover.setEnabled(true);
    text.set(discovery.issuer());
    onFound.accept(discovery);
    result.removeAll();
    result.add(
        Badges.state(Icons.CIRCLE_CHECK, "succeeded", "Addresses filled in"),
        Look.span("pb-small pb-text-3 pb-break", "from " + discovery.readFrom()));
    List<String> grants = discovery.grantTypes();
    if (!grants.isEmpty()) {
      result.add(tags("Grants", grants, grant));
    }
    result.add(
        tags(
            "Client authentication",
            discovery.clientAuths().stream().map(IssuerField::wireName).toList(),
            ""));
    if (!grants.isEmpty() && !grants.contains(grant)) {
      result.add(note("It does not list the grant %s, which this kind needs.".formatted(grant)));
    }
    if (grant.equals("authorization_code") && !discovery.pkce()) {
      result.add(note("It does not say that it knows PKCE; it is asked with PKCE all the same."));
    }
  }

  private void failed(RuntimeException e) {
    discover.setEnabled(true);
    result.removeAll();
    FormField.show(
        text.field(),
        e instanceof InvalidException invalid
            ? invalid.problems().getFirst().message()
            : Work.sentence(e));
  }

  private static Div tags(String name, List<String> words, String needed) {
    var line = Look.div("pb-discovered-tags", Look.span("pb-small pb-text-3", name));
    words.stream()
        .limit(MOST_TAGS)
        .forEach(word -> line.add(Badges.tag(word.equals(needed) ? "success" : "line", word)));
    return line;
  }

  private static Div note(String sentence) {
    return Look.div("pb-band warning", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(sentence));
  }

  /** The name that servers have for a way of client authentication. */
  static String wireName(ClientAuth way) {
    return switch (way) {
      case BASIC -> "client_secret_basic";
      case POST -> "client_secret_post";
      case PRIVATE_KEY_JWT -> "private_key_jwt";
      case TLS -> "tls_client_auth";
      case NONE -> "none";
    };
  }

  @Override
  public String name() {
    return text.name();
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void write(ObjectNode document) {
    text.write(document);
  }

  @Override
  public void mark(String where, String message) {
    text.mark(where, message);
  }
}
