package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.Slug;
import io.patchbay.importing.ImportIssue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads Patchbay's own documents: what was exported comes in as it was. */
@Component
final class PatchbayReader implements SourceReader {

  private static final String FAMILY = "patchbay/";

  @Override
  public Format format() {
    return Format.PATCHBAY;
  }

  @Override
  public boolean recognises(SourceText source) {
    return source.tree().filter(tree -> said(tree).startsWith(FAMILY)).isPresent();
  }

  @Override
  public ImportResult read(SourceText source, Documents others) {
    JsonNode tree = source.document();
    String said = said(tree);
    if (!said.equals(Api.FORMAT)) {
      throw new InvalidException(
          source.name(),
          said.startsWith(FAMILY)
              ? "This is '%s'; an API is '%s'.".formatted(said, Api.FORMAT)
              : "This has no 'format: %s' at its top.".formatted(Api.FORMAT));
    }
    Api api = Json.convert(tree, Api.class);
    String slug = api.slug() == null ? Slug.of(api.name(), "api") : api.slug();
    List<ImportIssue> issues = new ArrayList<>(source.issues());
    warning(api)
        .ifPresent(text -> issues.add(new ImportIssue(Severity.NOTE, "auth", null, null, text)));
    var imported = new ImportedApi(api.withSlug(slug), null, issues);
    return new ImportResult(Format.PATCHBAY, said, List.of(imported), List.of());
  }

  /** What to look at where a definition from elsewhere names a credential. */
  static Optional<String> warning(Api api) {
    return api.auth()
        .credentialName()
        .map(name ->
            "Calls will use the credential '%s', if this workspace has one of that name. See that %s may have it."
                .formatted(name, api.baseUrl()));
  }

  private static String said(JsonNode tree) {
    JsonNode format = tree.path("format");
    return format.isString() ? format.stringValue() : "";
  }
}
