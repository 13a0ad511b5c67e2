package io.patchbay.ui.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.credential.Auth;
import io.patchbay.importing.CredentialDraft;
import io.patchbay.importing.ImportChoice;
import io.patchbay.importing.ImportedApi;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the user wants of one API that was read; everything is preselected. */
final class ApiReview {

  final ImportedApi imported;
  final MethodRows rows;
  boolean taken = true;
  String name;
  String slug;
  String baseUrl;
  Map<String, String> variables;
  Auth auth;
  boolean keepSecret;
  @Nullable Integer watchHours;

  /** The API that the methods are added to; absent for one of its own. */
  @Nullable String into;

  private final Set<String> selected = new LinkedHashSet<>();

  ApiReview(ImportedApi imported) {
    Api api = imported.api();
    this.imported = imported;
    this.rows = new MethodRows(imported);
    this.name = api.name();
    this.slug = api.slug() == null ? "" : api.slug();
    this.baseUrl = api.baseUrl();
    this.variables = new LinkedHashMap<>(api.variables());
    this.auth = api.auth();
    this.keepSecret = imported.credential() != null;
    api.methods().stream().map(ApiMethod::name).forEach(selected::add);
  }

  boolean isSelected(String method) {
    return selected.contains(method);
  }

  void select(Collection<String> methods, boolean wanted) {
    if (wanted) {
      selected.addAll(methods);
    } else {
      methods.forEach(selected::remove);
    }
  }

  /** How many of these methods are wanted. */
  long selected(Collection<MethodRow.Method> methods) {
    return methods.stream().filter(m -> selected.contains(m.method().name())).count();
  }

  /** How many methods are wanted. */
  int count() {
    return taken ? selected.size() : 0;
  }

  /** How many methods it has. */
  int size() {
    return imported.api().methods().size();
  }

  /** The credential that the source's secret is kept as; absent when it is dropped. */
  @Nullable CredentialDraft kept() {
    return keepSecret ? imported.credential() : null;
  }

  /** What the service is asked to keep. */
  ImportChoice choice() {
    var methods = new LinkedHashSet<String>();
    for (ApiMethod method : imported.api().methods()) {
      if (selected.contains(method.name())) {
        methods.add(method.name());
      }
    }
    return new ImportChoice(
        imported, slug, name, baseUrl, methods, keepSecret, into == null ? watchHours : null, into);
  }

  /** Whether something was chosen that the service does not know of: to be saved afterwards. */
  boolean differs() {
    Api api = imported.api();
    return into == null && (!auth.equals(api.auth()) || !variables.equals(api.variables()));
  }
}
