package io.patchbay.ui.customizing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Customization;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.ui.shell.CodeEditor.Completion;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The customizations of an API or a method as cards in the order in which they apply: added,
 * dragged, folded, doubled, deleted.
 */
final class CustomizationStrip extends Div implements CustomizationCard.Place {

  /**
   * What a strip knows of its place.
   *
   * @param level what its customizations belong to: API or method
   * @param completions for expressions
   * @param parameters the names of query parameters that are known
   * @param problems what is wrong, as {@code [index].field}
   */
  record Setting(
      Visit visit,
      String level,
      boolean readOnly,
      List<Completion> completions,
      Supplier<List<String>> parameters,
      Supplier<List<Problem>> problems) {}

  private final CustomizationForms forms;
  private final Setting setting;
  private final Consumer<List<Customization>> onChange;
  private final List<CustomizationCard> cards = new ArrayList<>();
  private final Div head = Look.div("pb-cz-strip-head");
  private final Div list = Look.div("pb-cz-list");
  private final Span spoken = Look.span("pb-cz-spoken", "");
  private @Nullable CustomizationCard dragged;

  CustomizationStrip(
      CustomizationForms forms,
      Setting setting,
      List<Customization> customizations,
      Consumer<List<Customization>> onChange) {
    this.forms = forms;
    this.setting = setting;
    this.onChange = onChange;
    addClassName("pb-cz-strip");
    list.getElement().setAttribute("role", "list");
    spoken.getElement().setAttribute("aria-live", "polite");
    customizations.forEach(one -> cards.add(card(one)));
    if (cards.size() == 1) {
      cards.getFirst().setOpen(true);
    }
    add(head, list, spoken);
    show();
  }

  private CustomizationCard card(Customization customization) {
    var card =
        new CustomizationCard(
            customization,
            forms,
            setting.visit(),
            setting.readOnly(),
            setting.completions(),
            setting.parameters(),
            this);
    card.getElement().setAttribute("role", "listitem");
    return card;
  }

  private void show() {
    list.removeAll();
    head.removeAll();
    if (cards.isEmpty()) {
      var empty =
          new EmptyState(
              "No customizations",
              "A customization changes how calls of this %s are made, in every flow."
                  .formatted(setting.level()));
      if (!setting.readOnly()) {
        empty.add(Look.row(new AddCustomization(this::addNew)));
      }
      list.add(empty);
      return;
    }
    if (!setting.readOnly()) {
      head.add(
          Look.span(
              "pb-text-2 pb-small",
              cards.size() == 1
                  ? "Applied to each call."
                  : "Applied from top to bottom; later wins, and what signs comes last."));
      head.add(Look.line("pb-end", new AddCustomization(this::addNew)));
    }
    cards.forEach(list::add);
  }

  private void addNew(CustomizationKind kind) {
    CustomizationCard card = card(kind.create());
    card.setOpen(true);
    cards.add(card);
    show();
    tell();
    card.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
  }

  @Override
  public void changed(CustomizationCard card) {
    tell();
  }

  @Override
  public void move(CustomizationCard card, int by) {
    int from = cards.indexOf(card);
    put(card, from + by);
    card.focusGrip();
  }

  @Override
  public void dropped(CustomizationCard on) {
    CustomizationCard card = dragged;
    if (card != null) {
      put(card, cards.indexOf(on));
    }
  }

  @Override
  public void dragging(CustomizationCard card, boolean now) {
    dragged = now ? card : null;
    card.setClassName("dragged", now);
    int at = cards.indexOf(card);
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).setClassName("before", now && i < at);
      cards.get(i).setClassName("after", now && i > at);
    }
  }

  @Override
  public void duplicate(CustomizationCard card) {
    String name = CustomizationKind.label(card.customization()) + " 2";
    CustomizationCard copy = card(CustomizationKind.named(card.customization(), name));
    copy.setOpen(card.isOpen());
    cards.add(cards.indexOf(card) + 1, copy);
    show();
    tell();
  }

  @Override
  public void delete(CustomizationCard card) {
    int at = cards.indexOf(card);
    cards.remove(card);
    show();
    tell();
    Toasts.undo(
        CustomizationKind.label(card.customization()) + " deleted",
        () -> {
          cards.add(Math.min(at, cards.size()), card);
          show();
          tell();
        });
  }

  @Override
  public List<Problem> problems(CustomizationCard card) {
    int at = cards.indexOf(card);
    String place = "[" + at + "]";
    return setting.problems().get().stream()
        .filter(problem -> problem.where().startsWith(place))
        .map(problem ->
            new Problem(
                problem.where().substring(place.length()).replaceFirst("^\\.", ""),
                problem.message()))
        .toList();
  }

  private void put(CustomizationCard card, int to) {
    int from = cards.indexOf(card);
    if (to < 0 || to >= cards.size() || to == from) {
      return;
    }
    cards.remove(from);
    cards.add(to, card);
    list.remove(card);
    list.addComponentAtIndex(to, card);
    spoken.setText(
        "%s is number %d of %d now"
            .formatted(CustomizationKind.label(card.customization()), to + 1, cards.size()));
    tell();
  }

  private void tell() {
    onChange.accept(cards.stream().map(CustomizationCard::customization).toList());
    cards.forEach(CustomizationCard::refresh);
  }
}
