import { arriveAt } from "../shared/arrival";
import { mount } from "../shared/mount";
import "../styles/stage.css";
import "../styles/watch.css";
import "../styles/replay.css";
import { FilmPage } from "../film/FilmPage";
import { ReplayPage } from "../replay/ReplayPage";
import { WatchPage } from "./WatchPage";

const arrival = arriveAt("watch");
const Page = location.pathname.startsWith("/film") ? FilmPage : location.pathname.startsWith("/replay") ? ReplayPage : WatchPage;
mount(<Page arrival={arrival} />);
