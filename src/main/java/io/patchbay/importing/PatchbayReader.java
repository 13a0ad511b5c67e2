package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.Slug;
import java.util.List;
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
    return new ImportResult(
        Format.PATCHBAY,
        said,
        List.of(new ImportedApi(api.withSlug(slug), null, source.issues())),
        List.of());
  }

  private static String said(JsonNode tree) {
    JsonNode format = tree.path("format");
    return format.isString() ? format.stringValue() : "";
  }
}
