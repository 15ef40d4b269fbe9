import { mount } from "../shared/mount";
import { Notice } from "../shared/Notice";
import { takeFromLink, ticketFor } from "../shared/ticket";
import { wayIn } from "./wayIn";

addEventListener("hashchange", () => location.reload());

const refusal = await wayIn(takeFromLink().ticket ?? ticketFor("console"));
if (refusal) {
  mount(
    <Notice title="The theatre's servers">
      <p role="alert">{refusal}</p>
    </Notice>,
  );
} else {
  location.replace("/orleans/");
}
