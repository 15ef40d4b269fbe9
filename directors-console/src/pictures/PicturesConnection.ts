import { decodeIPictureMessage } from "../contracts/contracts";
import { HouseLine } from "../house/HouseLine";
import type { Pictures } from "./Pictures";

/** The performers' pictures of a performance. */
export class PicturesConnection extends HouseLine {
  constructor(url: string, pictures: Pick<Pictures, "add" | "remove" | "clear">, open: (url: string) => WebSocket = (address) => new WebSocket(address)) {
    const take = (received: unknown) => {
      const message = decodeIPictureMessage(received);
      if (message.type === "HousePicture") pictures.add(message.value.role, message.value.picture);
      else pictures.remove(message.value.role);
      return message.value.number;
    };
    // Who went meanwhile is not told of again: whoever is still here is sent anew at once.
    super(url, take, () => pictures.clear(), open);
  }
}
