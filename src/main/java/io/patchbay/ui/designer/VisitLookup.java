package io.patchbay.ui.designer;

import io.patchbay.api.Api;
import io.patchbay.api.ApiCatalog;
import io.patchbay.api.ApiEnvironmentService;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.EffectiveApi;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CertificateView;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.designer.editing.CatalogLookup;
import io.patchbay.ui.designer.editing.MethodLookup;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What calls of a workspace refer to, and what is set for them there, for who looks at it. */
final class VisitLookup implements MethodLookup {

  private final Visit visit;
  private final MethodLookup catalog;
  private final ApiEnvironmentService environments;
  private final CertificateService certificates;

  VisitLookup(
      Visit visit,
      ApiCatalog catalog,
      ApiEnvironmentService environments,
      CertificateService certificates) {
    this.visit = visit;
    this.catalog = new CatalogLookup(catalog, visit.access().workspace());
    this.environments = environments;
    this.certificates = certificates;
  }

  @Override
  public Optional<Api> api(String ref) {
    return catalog.api(ref);
  }

  @Override
  public Optional<ApiMethod> method(CallStep call) {
    return catalog.method(call);
  }

  @Override
  public List<ApiVersion> versions(String ref) {
    return catalog.versions(ref);
  }

  @Override
  public boolean mayCallDraft(String ref) {
    return catalog.mayCallDraft(ref);
  }

  @Override
  public Map<String, String> variables(@Nullable String environment) {
    return catalog.variables(environment);
  }

  @Override
  public Optional<EffectiveApi> settings(String ref, @Nullable String environment) {
    return environments.effective(visit.access(), ref).stream()
        .filter(one -> Objects.equals(one.environment(), environment))
        .findFirst();
  }

  @Override
  public Optional<Long> daysLeft(String certificate) {
    return certificates.list(visit.access(), null).stream()
        .filter(view -> view.name().equals(certificate))
        .findFirst()
        .map(CertificateView::daysLeft);
  }

  @Override
  public Map<String, JsonNode> schemas(CallStep call) {
    return catalog.schemas(call);
  }
}
