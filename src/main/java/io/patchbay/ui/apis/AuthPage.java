package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.SchemeAuth;
import io.patchbay.api.SecurityScheme.OAuthFlow;
import io.patchbay.credential.Auth;
import io.patchbay.credential.SignRecipe;
import io.patchbay.http.SignaturePreview;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.signing.RecipeEditor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How calls of an API authenticate, and with which credential. */
final class AuthPage extends Div {

  private final transient ApiDraft draft;
  private final transient EditorParts parts;
  private final Div page = Look.div("pb-tab-page pb-form-narrow");

  AuthPage(ApiDraft draft, EditorParts parts) {
    this.draft = draft;
    this.parts = parts;
    addClassName("pb-scroll");
    add(page);
    setEnabled(draft.mayEdit());
    show();
  }

  private void show() {
    page.removeAll();
    Auth auth = draft.api().auth();
    var kind = AuthKind.of(auth);
    page.add(
        Look.div(
            "pb-form",
            kinds(kind),
            Look.testId("auth-about", Look.div("pb-hint", Look.span("", kind.explanation)))));
    if (auth.needsCredential()) {
      page.add(new CredentialPicker(draft, parts, auth, this::choose));
    }
    details(auth);
    page.add(new SchemeChoice(draft.api().securitySchemes(), auth, this::take));
  }

  private Select<AuthKind> kinds(AuthKind now) {
    var kinds = new Select<AuthKind>();
    kinds.setLabel("Kind");
    kinds.setItems(AuthKind.values());
    AuthKind.ENDS.forEach(last -> kinds.addComponents(last, new Hr()));
    kinds.setItemLabelGenerator(kind -> kind.title);
    kinds.setValue(now);
    kinds.setWidthFull();
    kinds.addValueChangeListener(event -> {
      set(event.getValue().with(null, draft.api().auth()));
      show();
    });
    return Look.testId("auth-kind", kinds);
  }

  /** What belongs to the API itself, below the credential that it goes with. */
  private void details(Auth auth) {
    switch (auth) {
      case Auth.ApiKey key ->
          page.add(Look.section("How it is sent"), new ApiKeyForm(key, this::set));
      case Auth.AwsSigV4 aws ->
          page.add(
              Look.section("What it is signed for"),
              new AwsForm(aws, draft.api().baseUrl(), this::set));
      case Auth.Hmac hmac -> page.add(Look.section("Recipe"), recipe(hmac));
      case Auth.OAuth2ClientCredentials oauth ->
          page.add(
              scopes(
                  oauth.scopes(),
                  scopes -> new Auth.OAuth2ClientCredentials(credential(), scopes)));
      case Auth.OAuth2JwtBearer oauth ->
          page.add(
              scopes(oauth.scopes(), scopes -> new Auth.OAuth2JwtBearer(credential(), scopes)));
      case Auth.OAuth2Password oauth ->
          page.add(scopes(oauth.scopes(), scopes -> new Auth.OAuth2Password(credential(), scopes)));
      case Auth.ClientCertificate certificate ->
          page.add(
              new CertificatePicker(
                  parts.certificates(),
                  draft.visit(),
                  certificate.certificate(),
                  name -> {
                    set(new Auth.ClientCertificate(name));
                    show();
                  }));
      case Auth.None _,
          Auth.Basic _,
          Auth.Bearer _,
          Auth.Digest _,
          Auth.OAuth2AuthorizationCode _ -> {}
    }
  }

  private RecipeEditor recipe(Auth.Hmac hmac) {
    return new RecipeEditor(
        hmac.recipe(),
        !draft.mayEdit(),
        this::tried,
        recipe -> set(new Auth.Hmac(credential(), recipe)));
  }

  private SignaturePreview tried(SignRecipe recipe) {
    var api = draft.api();
    return SignaturePreview.of(recipe, api.baseUrl(), api.variables(), parts.times().now());
  }

  private Div scopes(List<String> now, Function<List<String>, Auth> with) {
    Set<String> described =
        SchemeAuth.flow(draft.api().securitySchemes(), draft.api().auth())
            .map(OAuthFlow::scopes)
            .orElse(Map.of())
            .keySet();
    return Look.div(
        "pb-spaced", new ScopesField(described, now, scopes -> set(with.apply(scopes))));
  }

  private @Nullable String credential() {
    return draft.api().auth().credential();
  }

  private void choose(@Nullable String credential) {
    set(draft.api().auth().withCredential(credential));
    show();
  }

  /** Takes a way of the description over; the credential stays where it still fits. */
  private void take(Auth chosen) {
    var isSame = AuthKind.of(chosen) == AuthKind.of(draft.api().auth());
    set(chosen.withCredential(isSame ? credential() : null));
    show();
  }

  private void set(Auth auth) {
    draft.change(api -> api.withAuth(auth));
  }
}
