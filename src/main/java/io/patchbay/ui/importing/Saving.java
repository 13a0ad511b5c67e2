package io.patchbay.ui.importing;

import io.patchbay.api.StoredApi;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.Auth;
import io.patchbay.importing.ImportChoice;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was chosen on the import page. */
record Saving(ImportParts parts, Visit visit) {

  List<DoneStep.Imported> save(SourceRead read, List<ApiReview> taken) {
    List<ImportChoice> choices = taken.stream().map(ApiReview::choice).toList();
    List<StoredApi> stored =
        parts.imports().save(visit.access(), read.request(), read.result(), choices);
    var imported = new ArrayList<DoneStep.Imported>();
    for (int i = 0; i < stored.size(); i++) {
      ApiReview review = taken.get(i);
      StoredApi api = stored.get(i);
      imported.add(
          new DoneStep.Imported(
              api.ref().toString(),
              api.api().name(),
              review.count(),
              review.rows.leftOut(),
              review.differs() ? adjust(api, review) : ""));
    }
    return imported;
  }

  /**
   * Saves what was chosen otherwise than the source has it, as an edit by hand: a refresh from the
   * source then leaves it alone.
   *
   * @return what the user has to do, when that went wrong
   */
  private String adjust(StoredApi api, ApiReview review) {
    Auth auth =
        review.kept() == null
            ? review.auth
            : review.auth.withCredential(api.api().auth().credentialName().orElse(null));
    try {
      parts
          .editing()
          .saveHead(
              visit.access(),
              api.ref().toString(),
              api.api()
                  .with(head -> {
                    head.auth = auth;
                    head.variables = review.variables;
                  }),
              api.revision());
      return "";
    } catch (InvalidException e) {
      return "Its authentication is that of the source: " + UiErrorHandler.sentences(e);
    } catch (ConflictException e) {
      return "Its authentication is that of the source: " + e.getMessage();
    }
  }
}
