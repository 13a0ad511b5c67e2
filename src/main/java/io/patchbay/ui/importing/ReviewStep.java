package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.importing.ImportChoice;
import io.patchbay.importing.ImportIssue;
import io.patchbay.importing.ImportResult;
import io.patchbay.ui.refresh.WatchWords;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a source holds, before anything is saved: what is taken, and what each method becomes. */
final class ReviewStep extends Div {

  private static final List<Integer> HOURS = List.of(1, 6, 24, 168);
  private static final int USUAL_HOURS = 24;

  private final transient SourceRead read;
  private final transient Visit visit;
  private final transient ImportParts parts;
  private final transient Runnable onChange;
  private final transient List<ApiReview> reviews;
  private final transient Map<ApiReview, Div> cards = new HashMap<>();
  private final Div title = Look.div("pb-import-title");
  private final Div columns = Look.div("pb-import-columns");
  private transient ApiReview shown;
  private @Nullable TargetForm target;

  /** Shows it; {@code onChange} is told whenever something else would be imported. */
  ReviewStep(SourceRead read, Visit visit, ImportParts parts, Runnable onChange) {
    this.read = read;
    this.visit = visit;
    this.parts = parts;
    this.onChange = onChange;
    this.reviews = read.result().apis().stream().map(ApiReview::new).toList();
    this.shown = reviews.getFirst();
    addClassName("pb-import-review");
    Div several = Look.div("pb-import-apis");
    several.setVisible(reviews.size() > 1);
    reviews.forEach(review -> several.add(choice(review)));
    add(title, several, columns);
    show(shown);
  }

  /** How many methods would be imported. */
  int count() {
    return reviews.stream().mapToInt(ApiReview::count).sum();
  }

  /** Those that are taken. */
  List<ApiReview> taken() {
    return reviews.stream().filter(review -> review.count() > 0).toList();
  }

  List<ImportChoice> choices() {
    return taken().stream().map(ApiReview::choice).toList();
  }

  /** Shows what is wrong with the name of an API. */
  void refuse(ApiReview review, String message) {
    show(review);
    if (target != null) {
      target.refuse(message);
    }
  }

  private Component choice(ApiReview review) {
    var box = new Checkbox(true);
    box.setAriaLabel("Import " + review.name);
    box.addValueChangeListener(event -> {
      review.taken = event.getValue();
      onChange.run();
    });
    var card =
        Look.div(
            "pb-import-api",
            box,
            new Monogram(review.name, review.slug, "xs"),
            Look.two(
                Look.span("pb-strong", review.name),
                new Span(
                    (review.size() == 1 ? "%s, 1 method" : "%s, %,d methods")
                        .formatted(review.baseUrl.replaceFirst("^https?://", ""), review.size()))));
    card.addClickListener(event -> show(review));
    cards.put(review, card);
    return card;
  }

  private void show(ApiReview review) {
    shown = review;
    cards.forEach((one, card) -> card.getElement().getClassList().set("on", one.equals(review)));
    showTitle();
    columns.removeAll();
    var preview = new MethodPreview(review);
    var methods = new MethodGrid(review, onChange, preview::show);
    var form = new TargetForm(review, visit, parts, this::changed);
    target = form;
    var issues = new ArrayList<ImportIssue>(review.imported.issues());
    issues.addAll(read.result().issues());
    var side = Look.div("pb-import-side", form, new IssueList(issues, methods::show));
    columns.add(methods, preview, side);
    review.imported.api().methods().stream()
        .findFirst()
        .ifPresent(first -> methods.show(first.name()));
    onChange.run();
  }

  private void changed() {
    showTitle();
    onChange.run();
  }

  private void showTitle() {
    title.removeAll();
    ImportResult result = read.result();
    String version = shown.imported.api().version();
    String facts =
        String.join(
            ", ",
            Stream.of(
                    result.title(),
                    version == null ? "" : "version " + version,
                    read.bytes() > 0 ? Sizes.of(read.bytes()) : "",
                    "read in " + read.duration())
                .filter(fact -> !fact.isEmpty())
                .toList());
    title.add(
        new Monogram(shown.name, shown.slug, "l"),
        Look.testId("import-title", Look.two(Look.span("pb-strong", shown.name), new Span(facts))));
    if (!read.source().isEmpty()) {
      var tag = Look.line("pb-tag line pb-import-source");
      tag.add(
          (read.isAddress() ? Icons.LINK : Icons.FILE_CODE_2).create(),
          Look.span("pb-mono-s pb-ellipsis", read.source()));
      title.add(Look.title(read.source(), tag));
    }
    if (read.isAddress() && shown.into == null) {
      title.add(watch());
    }
  }

  private Component watch() {
    var hours = new Select<Integer>();
    hours.setItems(HOURS);
    hours.setItemLabelGenerator(WatchWords::every);
    hours.setAriaLabel("How often");
    hours.setValue(shown.watchHours == null ? USUAL_HOURS : shown.watchHours);
    hours.setVisible(shown.watchHours != null);
    hours.setWidth("120px");
    var watch = new Checkbox("Watch the source for changes", shown.watchHours != null);
    watch.addClassName("pb-switch");
    watch.addValueChangeListener(event -> {
      shown.watchHours = event.getValue() ? hours.getValue() : null;
      hours.setVisible(event.getValue());
    });
    hours.addValueChangeListener(event -> shown.watchHours = event.getValue());
    Look.testId("import-watch", watch);
    return Look.line("pb-row pb-end", watch, hours);
  }
}
