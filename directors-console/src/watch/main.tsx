import { arriveAt } from "../shared/arrival";
import { mount } from "../shared/mount";
import "../styles/stage.css";
import "../styles/watch.css";
import "../styles/replay.css";
import { ReplayPage } from "../replay/ReplayPage";
import { WatchPage } from "./WatchPage";

const arrival = arriveAt("watch");
mount(location.pathname.startsWith("/replay") ? <ReplayPage arrival={arrival} /> : <WatchPage arrival={arrival} />);
