package io.patchbay.ui.importing;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportRequest;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Crumbs;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import io.patchbay.ui.shell.Work;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports APIs in three steps: give a source, see what becomes of it, done. */
@Route(":workspace/apis/import")
@PageTitle("Import APIs · Patchbay")
@StyleSheet("context://assets/theme/importing.css")
@PermitAll
class ImportView extends Div implements BeforeEnterObserver {

  private final transient Visits visits;
  private final transient ImportParts parts;
  private final Div steps = Look.div("pb-import-steps");
  private final Span actions = Look.line("pb-row pb-end");
  private final Div notice = Look.div("");
  private final Div place = Look.div("pb-import-place-for-step");
  private final Work work = new Work();
  private transient @Nullable Visit visit;
  private @Nullable SourceStep source;

  ImportView(Visits visits, ImportParts parts) {
    this.visits = visits;
    this.parts = parts;
    addClassName("pb-page");
    notice.getElement().setAttribute("role", "alert");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit now = visits.of(event);
    now.access().require(Role.EDITOR);
    visit = now;
    var crumbs = new Crumbs().to(now.path("apis"), "APIs").here(Look.span("pb-strong", "Import"));
    var bar = new Header(crumbs, steps, actions);
    bar.addClassName("pb-bar");
    removeAll();
    add(bar, notice, place);
    startAnew();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    work.cancel();
  }

  private void startAnew() {
    source = new SourceStep(this::read, this::cancel);
    showSource();
  }

  private void showSource() {
    show(ImportStep.SOURCE, source == null ? new Div() : source);
  }

  private void show(ImportStep step, Div content, Button... buttons) {
    steps.removeAll();
    steps.add(step.line());
    notice.removeAll();
    actions.removeAll();
    actions.add(buttons);
    place.removeAll();
    place.add(content);
  }

  private void read(SourceForm form, ImportRequest request) {
    Visit now = visit;
    SourceStep step = source;
    if (now == null || step == null) {
      return;
    }
    var what = new SourceName(request);
    step.showReading(what.inWords());
    long began = System.nanoTime();
    work.start(
        UI.getCurrent(),
        () -> {
          var result = form.read(parts.imports(), now.access(), request);
          return new SourceRead(request, result, System.nanoTime() - began);
        },
        read -> {
          step.showIdle();
          review(now, step, read);
        },
        failure -> step.refuse("This could not be read", sentence(failure)));
  }

  private void cancel() {
    work.cancel();
    if (source != null) {
      source.showIdle();
    }
  }

  private void review(Visit now, SourceStep step, SourceRead read) {
    if (read.result().apis().isEmpty()) {
      step.refuse("There is no method in it", "The source was understood, but it calls nothing.");
      return;
    }
    var back = Buttons.quiet("Back", null, this::showSource);
    Look.testId("import-back", back);
    var save = Buttons.primary("Import", null, () -> {});
    Buttons.key(save, "Ctrl+Enter", "Ctrl ↵");
    Look.testId("import-save", save);
    var steps = new ReviewStep[1];
    var review = new ReviewStep(read, now, parts, () -> label(save, steps[0]));
    steps[0] = review;
    label(save, review);
    save.addClickListener(event -> save(now, read, review, save));
    show(ImportStep.REVIEW, review, back, save);
  }

  private static void label(Button save, @Nullable ReviewStep review) {
    if (review != null) {
      int count = review.count();
      save.setText(count == 1 ? "Import 1 method" : "Import %,d methods".formatted(count));
      save.setEnabled(count > 0);
    }
  }

  private void save(Visit now, SourceRead read, ReviewStep review, Button save) {
    notice.removeAll();
    save.setEnabled(false);
    save.setText("Importing");
    List<ApiReview> taken = review.taken();
    work.start(
        UI.getCurrent(),
        () -> new Saving(parts, now).save(read, taken),
        imported -> {
          source = null;
          show(ImportStep.DONE, new DoneStep(now, imported, this::startAnew));
        },
        failure -> {
          label(save, review);
          refuse(review, taken, failure);
        });
  }

  private void refuse(ReviewStep review, List<ApiReview> taken, RuntimeException failure) {
    String sentence = sentence(failure);
    if (failure instanceof ConflictException) {
      taken.stream()
          .filter(api -> api.into == null && sentence.contains("'" + api.slug + "'"))
          .findFirst()
          .ifPresent(api -> review.refuse(api, sentence));
    }
    notice.add(
        Look.div(
            "pb-band error pb-notice", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(sentence)));
  }

  private static String sentence(RuntimeException failure) {
    return failure instanceof InvalidException invalid
        ? UiErrorHandler.sentences(invalid)
        : Work.sentence(failure);
  }
}
