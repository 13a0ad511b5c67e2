package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ApiEnvironment;
import io.patchbay.api.ApiEnvironmentService;
import io.patchbay.api.EffectiveApi;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateView;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings by environments: what the API says for all, what it says for one, and under each cell
 * what holds there and where that comes from.
 */
@StyleSheet("context://assets/theme/environments.css")
final class EnvironmentsPage extends Div {

  private final transient ApiDraft draft;
  private final transient ApiEnvironmentService environments;
  private final transient List<String> credentials;
  private final transient List<String> certificates;
  private final Div place = Look.div("pb-tab-page pb-matrix-place");
  private final transient List<SettingCell> cells = new ArrayList<>();
  private final transient TreeSet<String> added = new TreeSet<>();

  EnvironmentsPage(
      ApiDraft draft,
      ApiEnvironmentService environments,
      CredentialService credentials,
      CertificateService certificates) {
    this.draft = draft;
    this.environments = environments;
    Auth auth = draft.api().auth();
    this.credentials =
        auth.needsCredential()
            ? credentials.list(draft.visit().access(), null).stream()
                .map(CredentialView::name)
                .toList()
            : List.of();
    this.certificates =
        certificates.list(draft.visit().access(), null).stream()
            .filter(view -> view.use() == CertificateUse.CLIENT)
            .map(CertificateView::name)
            .toList();
    addClassName("pb-scroll");
    add(place);
    show();
    draft.listen((state, message) -> refresh());
  }

  private List<EffectiveApi> effective() {
    return environments.effective(draft.visit().access(), draft.ref());
  }

  private void show() {
    var all = effective();
    place.removeAll();
    cells.clear();
    var manage = Look.link(draft.visit().path("environments"), "Environments of the workspace");
    place.add(Look.section("What holds where", manage));
    if (all.size() == 1) {
      place.add(
          new EmptyState(
              "No environments yet",
              "Make one for the workspace, for example staging. Then say here which address and"
                  + " credential the API uses there."));
    }
    var share = draft.stored().share();
    if (share != null) {
      place.add(
          Look.div(
              "pb-hint",
              new Span(
                  "Workspace '%s' says what holds in environments.".formatted(share.ownerSlug()))));
    }
    place.add(Look.div("pb-matrix-scroll", matrix(all)));
    if (mayEdit()) {
      place.add(Look.testId("add-variable", Buttons.link("Add variable", this::askForVariable)));
    }
  }

  private Div matrix(List<EffectiveApi> all) {
    var matrix = Look.div("pb-matrix");
    matrix.getStyle().set("--columns", String.valueOf(all.size()));
    matrix.add(Look.span("pb-table-head", "Setting"));
    all.forEach(one -> matrix.add(head(one)));
    row(matrix, all, "Base URL", this::baseUrl);
    if (draft.stored().share() == null && draft.api().auth().needsCredential()) {
      row(matrix, all, "Credential", this::credential);
    }
    if (draft.stored().share() == null && hasCertificate(all)) {
      row(matrix, all, "Certificate", this::certificate);
    }
    var names = new TreeSet<>(added);
    all.forEach(one -> names.addAll(one.variables().keySet()));
    names.forEach(name -> row(matrix, all, "{" + name + "}", one -> variable(name, one)));
    return matrix;
  }

  private Component head(EffectiveApi one) {
    String name = one.environment();
    if (name == null) {
      return Look.span("pb-table-head", "Without environment");
    }
    var head = Look.line("pb-table-head pb-row pb-gap-s", Look.mono(name));
    if (!one.exists()) {
      head.add(
          Look.title(
              "The workspace has no environment of this name.",
              Badges.tag("warning", "not there")));
      if (mayEdit()) {
        head.add(Buttons.link("Remove", () -> removeAll(name)));
      }
    }
    return head;
  }

  private void row(
      Div matrix,
      List<EffectiveApi> all,
      String title,
      java.util.function.Function<EffectiveApi, SettingCell> cell) {
    matrix.add(Look.span("pb-mono pb-matrix-name", title));
    for (EffectiveApi one : all) {
      var made = cell.apply(one);
      cells.add(made);
      matrix.add(made);
    }
  }

  private SettingCell baseUrl(EffectiveApi one) {
    String name = one.environment();
    return SettingCell.text(
        "Base URL " + where(name),
        now -> now.environment() == null ? draft.api().baseUrl() : override(now).baseUrl(),
        EffectiveApi::baseUrl,
        mayEdit()
            ? value ->
                change(
                    name,
                    api -> api.with(parts -> parts.baseUrl = Texts.orEmpty(value)),
                    was -> was.withBaseUrl(value))
            : null,
        one);
  }

  private SettingCell credential(EffectiveApi one) {
    String name = one.environment();
    return SettingCell.choice(
        "Credential " + where(name),
        credentials,
        now ->
            now.environment() == null
                ? draft.api().auth().credentialName().orElse(null)
                : override(now).credential(),
        EffectiveApi::credential,
        mayEdit()
            ? value ->
                change(
                    name,
                    api -> api.withAuth(api.auth().withCredential(value)),
                    was -> was.withCredential(value))
            : null,
        one);
  }

  private boolean hasCertificate(List<EffectiveApi> all) {
    return !certificates.isEmpty()
        || all.stream().anyMatch(one -> one.certificate().value() != null);
  }

  /** The API's own is set where it connects. */
  private SettingCell certificate(EffectiveApi one) {
    String name = one.environment();
    return SettingCell.choice(
        "Certificate " + where(name),
        certificates,
        now ->
            now.environment() == null
                ? draft.api().certificateName().orElse(null)
                : override(now).certificate(),
        EffectiveApi::certificate,
        mayEdit() && name != null
            ? value -> change(name, api -> api, was -> was.withCertificate(value))
            : null,
        one);
  }

  private SettingCell variable(String variable, EffectiveApi one) {
    String name = one.environment();
    return SettingCell.text(
        "Variable %s %s".formatted(variable, where(name)),
        now ->
            now.environment() == null
                ? draft.api().variables().get(variable)
                : override(now).variables().get(variable),
        now -> now.variables().get(variable),
        mayEdit()
            ? value ->
                change(
                    name,
                    api ->
                        api.with(parts -> parts.variables = with(api.variables(), variable, value)),
                    was -> was.withVariables(with(was.variables(), variable, value)))
            : null,
        one);
  }

  private ApiEnvironment override(EffectiveApi one) {
    String name = one.environment();
    return name == null
        ? ApiEnvironment.NONE
        : draft.api().environments().getOrDefault(name, ApiEnvironment.NONE);
  }

  /** Changes the API itself, or what it does otherwise in an environment. */
  private void change(
      @Nullable String environment,
      UnaryOperator<io.patchbay.api.Api> ofApi,
      UnaryOperator<ApiEnvironment> otherwise) {
    if (environment == null) {
      draft.change(ofApi);
      return;
    }
    draft.change(api ->
        api.with(parts -> {
          var all = new LinkedHashMap<>(api.environments());
          var changed = otherwise.apply(all.getOrDefault(environment, ApiEnvironment.NONE));
          if (changed.equals(ApiEnvironment.NONE)) {
            all.remove(environment);
          } else {
            all.put(environment, changed);
          }
          parts.environments = all;
        }));
  }

  private void removeAll(String environment) {
    change(environment, api -> api, _ -> ApiEnvironment.NONE);
    show();
  }

  private void askForVariable() {
    var name = new TextField();
    name.setPlaceholder("region");
    name.setAriaLabel("Name of the variable");
    name.addClassName("pb-mono-field");
    name.setWidth("200px");
    name.addValueChangeListener(event -> {
      added.add(event.getValue().strip());
      added.remove("");
      show();
    });
    place.add(Look.testId("variable-name", name));
    name.focus();
  }

  /** Shows what holds now, without taking a field from under the hands. */
  private void refresh() {
    Map<String, EffectiveApi> now = new LinkedHashMap<>();
    effective().forEach(one -> now.put(String.valueOf(one.environment()), one));
    cells.forEach(cell -> cell.show(now.get(cell.environment())));
  }

  private boolean mayEdit() {
    return draft.mayEdit() && draft.stored().share() == null;
  }

  private static String where(@Nullable String environment) {
    return environment == null ? "without environment" : "in " + environment;
  }

  private static Map<String, String> with(
      Map<String, String> variables, String name, @Nullable String value) {
    var changed = new LinkedHashMap<>(variables);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }
}
