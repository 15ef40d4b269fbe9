import { decodeIPictureMessage } from "../contracts/contracts";
import { HouseLine } from "../house/HouseLine";
import type { Pictures } from "./Pictures";
import { canPlayVideo } from "./videoCodec";

/** The performers' pictures of a performance: as videos where the browser can decode them, until it fails to. */
export class PicturesConnection extends HouseLine {
  private takesVideo = false;
  private isWanted = false;

  constructor(
    url: string,
    pictures: Pick<Pictures, "add" | "addVideo" | "remove" | "clear">,
    open: (url: string) => WebSocket = (address) => new WebSocket(address),
    private readonly canPlay: () => Promise<boolean> = canPlayVideo,
  ) {
    const take = (received: unknown) => {
      const message = decodeIPictureMessage(received);
      if (message.type === "HousePicture") pictures.add(message.value.role, message.value.picture);
      else if (message.type === "HouseVideo") pictures.addVideo(message.value.role, message.value.video, () => this.doWithoutVideo());
      else pictures.remove(message.value.role);
      return message.value.number;
    };
    const address = () => (this.takesVideo ? `${url}${url.includes("?") ? "&" : "?"}video=h264` : url);
    // Who went meanwhile is not told of again: whoever is still here is sent anew at once.
    super(address, take, () => pictures.clear(), open);
  }

  override start(): void {
    this.isWanted = true;
    void this.canPlay().then((can) => {
      this.takesVideo = can;
      if (this.isWanted) super.start();
    });
  }

  override stop(): void {
    this.isWanted = false;
    super.stop();
  }

  private doWithoutVideo(): void {
    this.takesVideo = false;
    this.again();
  }
}
