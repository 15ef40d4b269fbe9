import { useBook } from "../director/useDirector";
import { cartList } from "../book/book";
import { CartButton } from "./CartButton";

/** The cart: cues without an order, each fired at will by a large button. */
export function CartView() {
  const book = useBook();
  const cues = book?.source.cues.filter((cue) => cue.list === cartList && cue.group === null) ?? [];
  return (
    <section className="panel cart" aria-labelledby="cart-heading">
      <h2 id="cart-heading">Cart</h2>
      {book && cues.length === 0 ? (
        <p className="faint">The cart is empty: this production has no cues that are fired at will.</p>
      ) : (
        <div className="cart-grid">
          {cues.map((cue) => (
            <CartButton key={cue.number} cue={cue} />
          ))}
        </div>
      )}
    </section>
  );
}
