import { arriveAt } from "../shared/arrival";
import { mount } from "../shared/mount";
import "../styles/stage.css";
import "../styles/watch.css";
import { WatchPage } from "./WatchPage";

mount(<WatchPage arrival={arriveAt("watch")} />);
